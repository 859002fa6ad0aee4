package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;

/** Which model has been deleted. */
record DeletedModel(
    @Schema(format = "uuid", example = "019a9b5e-7c1a-7d0e-9f00-0123456789ab") String id) {}
