package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model that is to come.
 *
 * @param configuration a JSON object of at most 1 MiB; null for an empty one
 * @param schema a JSON Schema 2020-12 that the configuration must satisfy; null for none
 */
record CreateBody(
    @Nullable String name,
    @Nullable String description,
    @Schema(type = "object") @Nullable JsonNode configuration,
    @Schema(type = "object") @Nullable JsonNode schema) {}
