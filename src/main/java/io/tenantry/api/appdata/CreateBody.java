package io.tenantry.api.appdata;

import org.jspecify.annotations.Nullable;

/**
 * A key that is to come.
 *
 * @param key 1 to 255 characters without slash, backslash and control characters
 * @param data at most 1 MiB
 */
record CreateBody(@Nullable String key, @Nullable String data) {}
