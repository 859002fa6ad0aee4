package io.tenantry.api.models;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of a JSON Patch (RFC 6902), for the document of the interface. Members that it does
 * not define are ignored.
 */
sealed interface DocumentedOperation {

  String POINTER = "^(/[^\\u0000]*)?$";

  /** {@code test} may look at the whole model, and at any member that is shown. */
  @Schema(name = "PatchWithValue")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record WithValue(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"add", "replace", "test"},
              example = "replace")
          String op,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "A JSON Pointer (RFC 6901).",
              pattern = POINTER,
              example = "/configuration")
          String path,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              implementation = Object.class,
              example = "{\"threshold\": 2.0}")
          @Nullable JsonNode value)
      implements DocumentedOperation {}

  @Schema(name = "PatchFrom")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record From(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"move", "copy"},
              example = "copy")
          String op,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "A JSON Pointer (RFC 6901); copy takes any member that is shown.",
              pattern = POINTER,
              example = "/name")
          String from,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "A JSON Pointer (RFC 6901).",
              pattern = POINTER,
              example = "/description")
          String path)
      implements DocumentedOperation {}

  @Schema(name = "PatchRemove")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Remove(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"remove"},
              example = "remove")
          String op,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "A JSON Pointer (RFC 6901).",
              pattern = POINTER,
              example = "/description")
          String path)
      implements DocumentedOperation {}
}
