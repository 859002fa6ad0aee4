package io.tenantry.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes API keys. An id tells nothing but when it was made; it counts on from the last, so that ids
 * are in the order of creation. Another node may make the same one in the same millisecond, once in
 * 4096 times; the event store takes it once, and the other creation fails with a conflict.
 */
public final class NewApiKeys {

  // milliseconds since then in 41 bits, which end in 2095, and 12 random bits: 53, a JSON integer
  private static final long SINCE = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final int RANDOM_BITS = 12;

  private final AtomicLong lastId = new AtomicLong();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public NewApiKeys(Clock clock) {
    this.clock = clock;
  }

  /** A key with an id of its own. */
  public ApiKeyToken next() {
    long made = ((clock.millis() - SINCE) << RANDOM_BITS) + random.nextInt(1 << RANDOM_BITS);
    return withNewSecret(lastId.accumulateAndGet(made, (last, now) -> Math.max(last + 1, now)));
  }

  /** A new secret for a key that is there. */
  public ApiKeyToken withNewSecret(long keyId) {
    byte[] secret = new byte[ApiKeyToken.SECRET_BYTES];
    random.nextBytes(secret);
    return ApiKeyToken.of(keyId, secret);
  }
}
