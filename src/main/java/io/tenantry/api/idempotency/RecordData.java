package io.tenantry.api.idempotency;

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
record RecordData(Instant firstSeen, String method, String path, int status, String resource) {}
