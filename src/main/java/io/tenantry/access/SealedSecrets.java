package io.tenantry.access;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what an answer has shown once, so that its repetition can show it again: for 7 days,
 * sealed.
 */
public interface SealedSecrets {

  /**
   * Seals and stores the token under a name of its own, so that no other is ever overwritten; the
   * name tells nothing secret. Takes 5 s at most.
   *
   * @param opener what the client must show again to open it: principal and Idempotency-Key; it is
   *     never stored
   * @return the name under which it lies; null when the store cannot be used now: creation goes on,
   *     and it cannot be shown again
   */
  @Nullable String seal(ApiKeyToken token, String opener);

  /**
   * Null when it has expired, was never kept, or the opener or the server's secret is another.
   *
   * @param name which {@link #seal} has answered
   * @throws RuntimeException when the store cannot be used now, or what lies there is damaged
   */
  @Nullable ApiKeyToken open(String name, String opener);

  /**
   * What a losing duplicate has sealed is not needed any more. Takes 5 s at most; what cannot be
   * removed now goes with its expiry.
   */
  void forget(String name);
}
