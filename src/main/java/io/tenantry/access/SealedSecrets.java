package io.tenantry.access;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what an answer has shown once, so that its repetition can show it again: for 7 days,
 * sealed.
 */
public interface SealedSecrets {

  /**
   * Seals the token and stores it under a name of its own, which tells nothing of it.
   *
   * @param opener what must be shown to open it; never stored
   * @return the name; null when the store cannot be used now
   */
  @Nullable String seal(ApiKeyToken token, String opener);

  /** Null when it has expired, was never kept, or the opener or the server's secret is another. */
  @Nullable ApiKeyToken open(String name, String opener);

  /** It will not be asked for. What cannot be removed now goes when it expires. */
  void forget(String name);
}
