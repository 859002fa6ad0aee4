package io.tenantry.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with all that is in it, as a client sees it.
 *
 * @param slug empty when there is no tenant
 * @param models by what they were born as, which stands in their configuration
 * @param keys by application and key, such as {@code app/key}
 */
record State(
    String slug, String name, long version, Map<String, Model> models, Map<String, String> keys) {

  /** Name and description are always the same text: half a change would be seen. */
  record Model(String name, long version) {}

  static final State NONE = new State("", "", 0, Map.of(), Map.of());

  boolean exists() {
    return !slug.isEmpty();
  }

  static String configuration(String born) {
    return "{\"born\":\"" + born + "\"}";
  }

  /** By the definition of {@code storage_used}; all text here is ASCII. */
  long used() {
    long bytes = 0;
    for (var model : models.entrySet()) {
      bytes += 2L * model.getValue().name().length() + configuration(model.getKey()).length();
    }
    for (var key : keys.entrySet()) {
      bytes += key.getKey().length() - key.getKey().indexOf('/') - 1 + key.getValue().length();
    }
    return bytes;
  }

  State renamed(String newName) {
    return new State(slug, newName, version + 2, models, keys);
  }

  State withModel(String born, @Nullable Model model) {
    return new State(slug, name, version, changed(models, born, model), keys);
  }

  State withKey(String key, @Nullable String data) {
    return new State(slug, name, version, models, changed(keys, key, data));
  }

  private static <T> Map<String, T> changed(Map<String, T> map, String key, @Nullable T value) {
    var copy = new HashMap<>(map);
    if (value == null) {
      copy.remove(key);
    } else {
      copy.put(key, value);
    }
    return Map.copyOf(copy);
  }
}
