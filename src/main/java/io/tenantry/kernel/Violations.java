package io.tenantry.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that a client learns of all of it at once. */
public final class Violations {

  // a text of several lines needs no others than these three
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

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

  /** A required name; white space around it does not count. See {@link Names}. */
  public Violations name(String field, @Nullable String value, int limit) {
    return line(field, Names.trimmed(value), limit);
  }

  /** A required name that is stored untrimmed. */
  public Violations line(String field, @Nullable String value, int limit) {
    String fault = Names.fault(Objects.requireNonNullElse(value, ""));
    return fault == null ? atMost(field, value, limit) : add(field, fault);
  }

  /** An optional text of any number of lines. */
  public Violations text(String field, @Nullable String value, int limit) {
    if (value != null && CONTROL.matcher(value).find()) {
      return add(field, "must not contain control characters other than tab and line breaks");
    }
    return atMost(field, value, limit);
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
