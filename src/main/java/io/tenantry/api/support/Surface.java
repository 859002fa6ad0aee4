package io.tenantry.api.support;

import io.tenantry.kernel.RefusalCode;

/**
 * How one REST surface answers refusals. A surface that differs from {@link StandardAnswers} gives
 * a bean; its switch has no default branch, so that a new code does not compile without an answer.
 */
public interface Surface {

  /**
   * @param path as the client sent it, percent-encoded
   */
  boolean owns(String path);

  Answer answer(RefusalCode code);
}
