package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model that is to come.
 *
 * @param configuration a JSON object of at most 1 MiB; null for an empty one
 * @param schema a JSON Schema 2020-12 that the configuration must satisfy; null for none
 */
@Schema(name = "NewModel")
record CreateBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 128,
            pattern = TextForms.NAME,
            example = "prices")
        @Nullable String name,
    @Schema(maxLength = 1024, pattern = TextForms.TEXT, example = "How prices are found")
        @Nullable String description,
    @Schema(type = "object", example = ModelData.CONFIGURATION) @Nullable JsonNode configuration,
    @Schema(implementation = ModelSchema.class) @Nullable JsonNode schema) {}
