package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a tenant retrieves.
 *
 * @param engines at most 32, no pair twice; null stands for the default, or for no change
 */
@Schema(name = "RetrieverEngines")
record EnginesBody(
    @ArraySchema(
            maxItems = 32,
            uniqueItems = true,
            schema = @Schema(implementation = DocumentedEngine.class))
        @Nullable List<RetrieverEngine> engines) {

  static @Nullable List<RetrieverEngine> engines(@Nullable EnginesBody body) {
    return body == null ? null : body.engines();
  }
}
