package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An operation of a JSON Patch (RFC 6902), for the document of the interface. */
@Schema(name = "PatchOperation")
record DocumentedOperation(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"add", "remove", "replace", "move", "copy", "test"},
            example = "replace")
        String op,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "A JSON Pointer (RFC 6901).",
            pattern = "^/[^\\u0000]*$",
            example = "/configuration")
        String path,
    @Schema(description = "A JSON Pointer; of move and copy.", pattern = "^/[^\\u0000]*$")
        String from,
    @Schema(
            description = "Of add, replace and test.",
            implementation = Object.class,
            example = "{\"threshold\": 2.0}")
        @Nullable JsonNode value) {}
