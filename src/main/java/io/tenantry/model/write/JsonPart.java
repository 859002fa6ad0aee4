package io.tenantry.model.write;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a model that is JSON, as a command finds and leaves it. What the command does not touch
 * is never read.
 *
 * @param before as it is stored; null when there is none
 * @param after what the command makes of it; null when nothing is left, or nothing was touched
 */
record JsonPart(@Nullable String before, @Nullable JsonNode after, boolean touched) {

  static JsonPart untouched(@Nullable String before) {
    return new JsonPart(before, null, false);
  }

  /** JSON's null is no value: the member's default holds. */
  static JsonPart touched(@Nullable String before, @Nullable JsonNode after) {
    return new JsonPart(before, after == null || after.isNull() ? null : after, true);
  }
}
