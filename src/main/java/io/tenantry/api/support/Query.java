package io.tenantry.api.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query string alone: what a form in the body says is no query. */
final class Query {

  private Query() {}

  /**
   * @throws io.tenantry.kernel.Refusal when a name is unknown or repeated, or an escape malformed
   */
  static void check(@Nullable String query, Set<String> known) {
    Set<String> seen = new HashSet<>();
    for (String name : names(query)) {
      if (!known.contains(name)) {
        throw Unreadable.because(Text.printable(name), "is not a query parameter of this path");
      }
      if (!seen.add(name)) {
        throw Unreadable.because(name, "must be in the query once");
      }
    }
  }

  private static List<String> names(@Nullable String query) {
    List<String> names = new ArrayList<>();
    if (query == null) {
      return names;
    }
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded("query", equals < 0 ? pair : pair.substring(0, equals));
        decoded(Text.printable(name), equals < 0 ? "" : pair.substring(equals + 1));
        names.add(name);
      }
    }
    return names;
  }

  private static String decoded(String field, String encoded) {
    String decoded = Text.percentDecoded(encoded.replace('+', ' '));
    if (decoded == null) {
      throw Unreadable.because(field, "is not percent-encoded UTF-8, or contains U+0000");
    }
    return decoded;
  }
}
