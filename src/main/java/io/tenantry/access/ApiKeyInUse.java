package io.tenantry.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key and when it was used last.
 *
 * @param lastUsedAt to the minute; null for never
 */
public record ApiKeyInUse(ApiKeyView key, @Nullable Instant lastUsedAt) {}
