package io.tenantry.access;

import java.time.Instant;

/**
 * A secret that a rotation has replaced.
 *
 * @param hash as in {@link KeySecret}
 * @param until when it ceases to be good
 */
public record FormerSecret(String hash, Instant until) {}
