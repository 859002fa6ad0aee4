package io.tenantry.api.idempotency;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What the first request under an idempotency key has done.
 *
 * @param firstSeen when it succeeded
 * @param method of that request
 * @param path of that request
 * @param status that it was answered with
 * @param resource the path of what it was about
 */
@Schema(name = "IdempotencyRecord")
record RecordData(
    Instant firstSeen,
    @Schema(
            allowableValues = {"POST", "PUT", "PATCH", "DELETE"},
            example = "POST")
        String method,
    @Schema(example = "/v1/tenant/models") String path,
    @Schema(example = "201") int status,
    @Schema(example = "/v1/tenant/models/019a9b5e-7c1a-7d0e-9f00-0123456789ab") String resource) {}
