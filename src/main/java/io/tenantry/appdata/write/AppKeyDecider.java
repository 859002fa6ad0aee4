package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.appdata.AppKeyCommand.CreateAppKey;
import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Versions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule book of an app key. */
final class AppKeyDecider {

  private AppKeyDecider() {}

  /**
   * @return what happens; nothing when the command changes nothing
   * @throws Refusal INVALID, NOT_FOUND, ALREADY_EXISTS or PRECONDITION_FAILED
   */
  static List<AppKeyEvent> decide(AppKeyState state, AppKeyCommand command) {
    return switch (command) {
      case CreateAppKey c -> create(state, c);
      case PutAppKey c -> put(state, c);
      case DeleteAppKey c -> delete(state, c);
    };
  }

  private static List<AppKeyEvent> create(AppKeyState state, CreateAppKey c) {
    var data = AppKeyRules.data(c, c.data());
    if (state.appKey() != null) {
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS,
          "the application has the key already; PUT changes its data",
          Map.of("field", "key"));
    }
    return List.of(new AppKeyCreated(c.tenantId(), c.applicationId(), c.key(), data));
  }

  private static List<AppKeyEvent> put(AppKeyState state, PutAppKey c) {
    var data = AppKeyRules.data(c, c.data());
    var appKey = state.appKey();
    if (appKey == null) {
      if (!c.create() || isNamed(c.expectedVersions())) {
        throw missing();
      }
      return List.of(new AppKeyCreated(c.tenantId(), c.applicationId(), c.key(), data));
    }
    Versions.require(c.expectedVersions(), appKey.version());
    return data.equals(appKey.data())
        ? List.of()
        : List.of(new AppKeyDataChanged(c.tenantId(), c.applicationId(), c.key(), data));
  }

  private static List<AppKeyEvent> delete(AppKeyState state, DeleteAppKey c) {
    AppKeyRules.names(c);
    AppKeyView appKey = state.appKey();
    if (appKey == null) {
      if (isNamed(c.expectedVersions())) {
        throw missing();
      }
      return List.of();
    }
    Versions.require(c.expectedVersions(), appKey.version());
    return List.of(new AppKeyDeleted(c.tenantId(), c.applicationId(), c.key()));
  }

  /** What has no version satisfies who wants it to have none. */
  private static boolean isNamed(@Nullable Set<Long> versions) {
    return versions != null && !versions.isEmpty();
  }

  private static Refusal missing() {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no such key");
  }
}
