package io.tenantry.api.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The details that a problem can have, for the OpenAPI document; each kind has some of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDetails(
    @Schema(description = "The header, parameter or part of the body.", example = "limit")
        @Nullable String field,
    @Schema(description = "The methods of the path, as in `Allow`.") @Nullable String allow,
    @JsonProperty("retry-after") @Schema(description = "Seconds, as in `Retry-After`.")
        @Nullable Long retryAfter,
    @Schema(description = "Of the first request with the idempotency key.") @Nullable String method,
    @Schema(description = "Of the first request with the idempotency key.") @Nullable String path,
    @Schema(description = "Of the first request with the idempotency key.")
        @Nullable Instant firstSeen,
    @Schema(description = "`lost-race`: another request was faster.") @Nullable String reason,
    @Schema(description = "When one more former secret of the API key can be good.")
        @Nullable Instant freeAt,
    @Schema(description = "Bytes that the tenant may store.") @Nullable Long storageQuota,
    @Schema(description = "Bytes that the tenant stores.") @Nullable Long storageUsed,
    @Schema(description = "Bytes that the request would have added.")
        @Nullable Long storageNeeded) {}
