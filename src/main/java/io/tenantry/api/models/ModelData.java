package io.tenantry.api.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.model.ModelView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model as it is shown. Its JSON is sent as it is stored, so that every digit stays. */
@Schema(name = "Model")
record ModelData(
    @Schema(format = "uuid", example = "019a9b5e-7c1a-7d0e-9f00-0123456789ab") String id,
    @Schema(minimum = "10000", example = "10001") long tenantId,
    @Schema(example = "prices") String name,
    @Schema(example = "How prices are found") String description,
    @JsonRawValue @Schema(type = "object", example = CONFIGURATION) String configuration,
    @JsonRawValue @Schema(implementation = ModelSchema.class) @Nullable String schema,
    @Schema(minimum = "1", example = "3") long version,
    Instant createdAt,
    Instant updatedAt) {

  static final String CONFIGURATION = "{\"threshold\": 1.0}";

  static ModelData of(ModelView model) {
    return new ModelData(
        model.id(),
        model.tenantId(),
        model.name(),
        model.description(),
        model.configuration(),
        model.schema(),
        model.version(),
        model.createdAt(),
        model.updatedAt());
  }
}
