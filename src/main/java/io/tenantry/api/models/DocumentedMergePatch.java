package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merge patch (RFC 7396) of a model, for the document of the interface. */
@Schema(name = "ModelMergePatch")
record DocumentedMergePatch(
    @Schema(maxLength = 128, pattern = TextForms.NAME, example = "prices") String name,
    @Schema(maxLength = 1024, pattern = TextForms.TEXT) @Nullable String description,
    @Schema(type = "object", example = "{\"threshold\": 2.0}") @Nullable JsonNode configuration,
    @Schema(implementation = ModelSchema.class) @Nullable JsonNode schema) {}
