package io.tenantry.api.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.model.ModelView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model as it is shown. Its JSON is sent as it is stored, so that every digit stays. */
record ModelData(
    String id,
    long tenantId,
    String name,
    String description,
    @JsonRawValue @Schema(type = "object") String configuration,
    @JsonRawValue @Schema(type = "object") @Nullable String schema,
    long version,
    Instant createdAt,
    Instant updatedAt) {

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
