package io.tenantry.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that a client learns of all of it at once. */
public final class Violations {

  // what a text of several lines needs, and no more
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

  /** A name that must be there; white space around it does not count. See {@link Names}. */
  public Violations name(String field, @Nullable String value, int limit) {
    return line(field, Names.trimmed(value), limit);
  }

  /** A name that is kept as it is, with the white space around it. */
  public Violations line(String field, @Nullable String value, int limit) {
    String fault = Names.fault(Objects.requireNonNullElse(value, ""));
    return fault == null ? atMost(field, value, limit) : add(field, fault);
  }

  /** A text of any number of lines; it may be empty. */
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
