package io.tenantry.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that a client learns of all of it at once. */
public final class Violations {

  private final List<FieldError> errors = new ArrayList<>();

  public Violations add(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  /** Characters are counted as Unicode code points. */
  public Violations atMost(String field, @Nullable String value, int limit) {
    if (value != null && value.codePointCount(0, value.length()) > limit) {
      add(field, "must not be longer than " + limit + " characters");
    }
    return this;
  }

  /** A text that must be there and must not be blank; surrounding white space does not count. */
  public Violations name(String field, @Nullable String value, int limit) {
    if (value == null || value.isBlank()) {
      return add(field, "must not be blank");
    }
    return atMost(field, value.strip(), limit);
  }

  /**
   * @throws Refusal with code INVALID, when anything was added
   */
  public void refuse() {
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }
}
