package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.util.Map;

/** Refusals of what cannot be read as a request. */
public final class Unreadable {

  /** In the details: which header, query parameter or part of the body it is about. */
  static final String FIELD = "field";

  private Unreadable() {}

  /**
   * @param message to be read after the field's name: {@code must be a whole number}
   */
  public static Refusal because(String field, String message) {
    return Refusal.of(RefusalCode.UNREADABLE, field + " " + message, Map.of(FIELD, field));
  }
}
