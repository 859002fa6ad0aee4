package io.tenantry.access;

import org.jspecify.annotations.Nullable;

/**
 * What authentication asks: from memory on the ordinary path, which the projection keeps true. No
 * query, since nobody is known yet on whose behalf it could be asked.
 */
public interface ApiKeys {

  /** Null for a key that never was, or is revoked. */
  @Nullable ApiKeyView find(long keyId);

  /**
   * Costs what it costs to look for a key that memory does not hold, and finds none: for the time
   * that an answer takes.
   */
  void findNothing();

  /** Notes that the key was used; kept to the minute, outside of the events. */
  void used(long keyId);
}
