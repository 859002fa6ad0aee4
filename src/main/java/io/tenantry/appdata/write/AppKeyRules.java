package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Violations;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an app key may be; names are those that clients use. */
final class AppKeyRules {

  private static final int NAME = 255;
  private static final int BYTES = 1 << 20;

  private AppKeyRules() {}

  /**
   * @throws Refusal INVALID
   */
  static void names(AppKeyCommand c) {
    var v = new Violations();
    names(v, c);
    v.refuse();
  }

  /**
   * The data, once it and the names are found valid.
   *
   * @throws Refusal INVALID
   */
  static String data(AppKeyCommand c, @Nullable String data) {
    var v = new Violations();
    names(v, c);
    if (data == null) {
      v.add("data", "must be there, and be a string");
    } else if (data.getBytes(StandardCharsets.UTF_8).length > BYTES) {
      v.add("data", "must not be larger than " + BYTES + " bytes");
    }
    v.refuse();
    return Objects.requireNonNull(data);
  }

  private static void names(Violations v, AppKeyCommand c) {
    name(v, "applicationId", c.applicationId());
    name(v, "key", c.key());
  }

  private static void name(Violations v, String field, String name) {
    if (name.isEmpty()) {
      v.add(field, "must not be empty");
    } else if (name.equals(".") || name.equals("..")) {
      v.add(field, "must not be . or ..");
    } else if (name.codePoints().anyMatch(AppKeyRules::isForbidden)) {
      v.add(field, "must not hold /, \\ or a control character");
    }
    v.atMost(field, name, NAME);
  }

  private static boolean isForbidden(int c) {
    return c == '/' || c == '\\' || Character.isISOControl(c);
  }
}
