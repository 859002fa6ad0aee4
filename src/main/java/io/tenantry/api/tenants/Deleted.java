package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to a deletion. */
@Schema(name = "DeletedTenant")
record Deleted(
    @Schema(allowableValues = "true", example = "true") boolean success,
    @Schema(example = "tenant 10001 is deleted") String message) {}
