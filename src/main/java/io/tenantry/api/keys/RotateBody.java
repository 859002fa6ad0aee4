package io.tenantry.api.keys;

import org.jspecify.annotations.Nullable;

/**
 * How an API key is to be rotated.
 *
 * @param graceSeconds how long the secret of now stays good, at most 604800 (7 days); null for 0. A
 *     key that rotates itself keeps at least 30.
 */
record RotateBody(@Nullable Long graceSeconds) {}
