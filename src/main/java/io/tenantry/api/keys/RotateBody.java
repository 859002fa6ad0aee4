package io.tenantry.api.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an API key is to be rotated.
 *
 * @param graceSeconds how long the secret of now stays good, at most 604800 (7 days); null for 0. A
 *     key that rotates itself keeps at least 30.
 */
@Schema(name = "Rotation")
record RotateBody(
    @Schema(
            minimum = "0",
            maximum = "604800",
            description =
                "How long the secret of now stays good; a key that rotates itself keeps at least 30.",
            example = "3600")
        @Nullable Long graceSeconds) {}
