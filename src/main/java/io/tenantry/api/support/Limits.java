package io.tenantry.api.support;

import org.jspecify.annotations.Nullable;

/** Ranges of numbers in the query. */
public final class Limits {

  private Limits() {}

  /**
   * @param name the query parameter's
   * @return the value, or the default when there is none
   * @throws io.tenantry.kernel.Refusal UNREADABLE, when it is out of range
   */
  public static int between(
      String name, @Nullable Integer value, int least, int most, int defaultValue) {
    if (value == null) {
      return defaultValue;
    }
    if (value < least || value > most) {
      throw Unreadable.because(
          name,
          most == Integer.MAX_VALUE
              ? "must be at least " + least
              : "must be from " + least + " to " + most);
    }
    return value;
  }
}
