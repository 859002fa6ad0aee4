package io.tenantry.api.support;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** The query string alone: what a form in the body says is no query. */
final class Query {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private Query() {}

  /**
   * @param known the parameters by name, with their types
   * @throws io.tenantry.kernel.Refusal when a name is unknown or repeated, an escape malformed, or
   *     a value not of its type; an empty value is none
   */
  static void check(@Nullable String query, Map<String, Class<?>> known) {
    if (query == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decoded("query", equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(Text.printable(name), equals < 0 ? "" : pair.substring(equals + 1));
      Class<?> type = known.get(name);
      if (type == null) {
        throw name.isEmpty()
            ? Unreadable.because("query", "has a value without a name")
            : Unreadable.because(Text.printable(name), "is not a query parameter of this path");
      }
      if (!seen.add(name)) {
        throw Unreadable.because(name, "must be in the query once");
      }
      checkType(name, value, type);
    }
  }

  /** Before Spring, which takes {@code 0x1F}, {@code +5} and {@code on} as well. */
  private static void checkType(String name, String value, Class<?> type) {
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (value.isEmpty()) {
      return;
    }
    if (Number.class.isAssignableFrom(boxed) && !WHOLE.matcher(value).matches()) {
      throw Unreadable.because(name, "must be a whole number");
    }
    if (boxed == Boolean.class && !value.equals("true") && !value.equals("false")) {
      throw Unreadable.because(name, "must be true or false");
    }
  }

  private static String decoded(String field, String encoded) {
    String decoded = Text.percentDecoded(encoded.replace('+', ' '));
    if (decoded == null) {
      throw Unreadable.because(field, "is not percent-encoded UTF-8, or contains U+0000");
    }
    return decoded;
  }
}
