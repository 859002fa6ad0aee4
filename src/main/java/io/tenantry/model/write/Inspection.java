package io.tenantry.model.write;

import com.networknt.schema.Schema;
import com.networknt.schema.dialect.DialectId;
import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What in a schema cannot be used, wherever it stands, found while the library compiles it. The
 * library itself looks at a reference only when a value leads it there.
 */
final class Inspection {

  private static final int REFERENCE = 20;
  private static final int CHARACTERS_A_UNIT = 4;
  // a part of a schema is compiled once more
  private static final int UNITS_A_CHARACTER = 2;
  private static final Pattern DIALECT =
      Pattern.compile("https?://json-schema\\.org/draft/2020-12/schema#?");

  private final Budget budget;
  private final Patterns patterns;
  private final Deque<Reference> references = new ArrayDeque<>();
  private final Set<Schema> compiled = Collections.newSetFromMap(new IdentityHashMap<>());
  // by the object that the keyword stands in; its path is looked up when it must be told
  private final Map<JsonNode, Map<String, String>> faults = new IdentityHashMap<>();

  Inspection(Budget budget) {
    this.budget = budget;
    this.patterns = new Patterns(budget);
  }

  Patterns patterns() {
    return patterns;
  }

  Budget budget() {
    return budget;
  }

  private record Reference(JsonNode within, String keyword, Supplier<@Nullable Schema> target) {}

  void reference(JsonNode within, String keyword, Supplier<@Nullable Schema> target) {
    references.add(new Reference(within, keyword, target));
  }

  void pattern(JsonNode within, String place, String regex) {
    var why = patterns.whyUnusable(regex);
    if (why != null) {
      fault(within, place, "cannot be used as a pattern: " + why);
    }
  }

  void dialect(JsonNode within) {
    var dialect = within.get("$schema");
    if (dialect != null
        && dialect.isString()
        && !DIALECT.matcher(dialect.stringValue()).matches()) {
      fault(
          within,
          "$schema",
          "must be " + DialectId.DRAFT_2020_12 + ": no other dialect is supported");
    }
  }

  /** Follows all references, also those in what is compiled only since one leads to it. */
  void followReferences() {
    while (!references.isEmpty()) {
      var reference = references.remove();
      var text = reference.within().path(reference.keyword()).asString();
      budget.charge(REFERENCE + text.length() / CHARACTERS_A_UNIT);
      var target = target(reference);
      if (target == null) {
        fault(
            reference.within(),
            reference.keyword(),
            "must lead to a place within the schema itself: nothing is fetched");
      } else if (compiled.add(target)) {
        budget.charge(Json.weight(target.getSchemaNode()) * UNITS_A_CHARACTER);
      }
    }
  }

  private @Nullable Schema target(Reference reference) {
    try {
      return reference.target().get();
    } catch (RuntimeException e) {
      // the library's own, of several classes, also when it would have to fetch something
      if (budget.isExhausted()) {
        throw e;
      }
      return null;
    }
  }

  private void fault(JsonNode within, String place, String message) {
    faults.computeIfAbsent(within, w -> new LinkedHashMap<>()).put(place, message);
  }

  /**
   * @throws Refusal INVALID, naming the places in the schema
   */
  void refuse(JsonNode schema) {
    if (!faults.isEmpty()) {
      var told = new ArrayList<FieldError>();
      place(schema, new ArrayDeque<>(List.of("schema")), told);
      throw Refusal.invalid(told.subList(0, Math.min(Check.TOLD, told.size())));
    }
  }

  private void place(JsonNode node, Deque<String> path, List<FieldError> told) {
    faults
        .getOrDefault(node, Map.of())
        .forEach(
            (place, message) ->
                told.add(new FieldError(String.join("/", path) + "/" + place, message)));
    if (told.size() < Check.TOLD) {
      node.properties()
          .forEach(member -> place(member.getValue(), segment(member.getKey()), path, told));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        place(node.get(i), String.valueOf(i), path, told);
      }
    }
  }

  private void place(JsonNode node, String segment, Deque<String> path, List<FieldError> told) {
    path.addLast(segment);
    place(node, path, told);
    path.removeLast();
  }

  static String segment(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
