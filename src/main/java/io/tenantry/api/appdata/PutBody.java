package io.tenantry.api.appdata;

import org.jspecify.annotations.Nullable;

/**
 * What a key shall hold.
 *
 * @param data at most 1 MiB
 * @param autoCreate whether a missing key is created; null for no
 */
record PutBody(@Nullable String data, @Nullable Boolean autoCreate) {}
