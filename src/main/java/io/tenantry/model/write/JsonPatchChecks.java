package io.tenantry.model.write;

import io.tenantry.kernel.Violations;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a JSON Patch (RFC 6902) whatever it is applied to. */
final class JsonPatchChecks {

  static final String PATH = "path";
  static final String FROM = "from";

  private static final int OPERATIONS = 1000;
  // a configuration has 64 levels; operations may go a little further and come back
  private static final int SEGMENTS = 80;
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "add", Set.of("value"),
          "replace", Set.of("value"),
          "test", Set.of("value"),
          "remove", Set.of(),
          "move", Set.of(FROM),
          "copy", Set.of(FROM));

  private JsonPatchChecks() {}

  static void check(Violations v, JsonNode patch) {
    if (!patch.isArray()) {
      v.add("body", "must be an array of operations");
    } else if (patch.size() > OPERATIONS) {
      v.add("body", "must not have more than " + OPERATIONS + " operations");
    } else {
      for (int i = 0; i < patch.size(); i++) {
        operation(v, "[" + i + "]", patch.get(i));
      }
    }
  }

  private static void operation(Violations v, String field, JsonNode operation) {
    if (!operation.isObject()) {
      v.add(field, "must be an object");
      return;
    }
    var op = operation.get("op");
    var needed = op == null || !op.isString() ? null : NEEDED.get(op.stringValue());
    if (needed == null) {
      v.add(field + ".op", "must be one of add, remove, replace, move, copy, test");
      return;
    }
    var name = op.stringValue();
    pointer(v, field + "." + PATH, operation.get(PATH), name.equals("test"));
    if (needed.contains(FROM)) {
      pointer(v, field + "." + FROM, operation.get(FROM), name.equals("copy"));
    }
    if (needed.contains("value") && !operation.has("value")) {
      v.add(field + ".value", "must be there");
    }
  }

  /**
   * @param reads whether what it leads to is only looked at, which may be all that a client is
   *     shown
   */
  private static void pointer(Violations v, String field, @Nullable JsonNode value, boolean reads) {
    if (value == null || !value.isString()) {
      v.add(field, "must be a JSON Pointer");
      return;
    }
    var pointer = value.stringValue();
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      v.add(field, "must begin with /");
    } else if (BAD_ESCAPE.matcher(pointer).find()) {
      v.add(field, "must be a JSON Pointer: ~ is written ~0, and / within a name ~1");
    } else if (pointer.chars().filter(c -> c == '/').count() > SEGMENTS) {
      v.add(field, "must not have more than " + SEGMENTS + " segments");
    } else if (!reads) {
      ModelFields.check(v, field, firstSegment(pointer));
    } else if (!pointer.isEmpty()) {
      ModelFields.checkReadable(v, field, firstSegment(pointer));
    }
  }

  /** Whether an operation of the patch reads or changes the field. */
  static boolean touches(JsonNode patch, String field) {
    for (var operation : patch) {
      if (leadsTo(operation.get(PATH), field) || leadsTo(operation.get(FROM), field)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsTo(@Nullable JsonNode pointer, String field) {
    return pointer != null
        && pointer.isString()
        && (pointer.stringValue().isEmpty() || firstSegment(pointer.stringValue()).equals(field));
  }

  private static String firstSegment(String pointer) {
    int end = pointer.indexOf('/', 1);
    return pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
  }
}
