package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.appdata.AppKeyCommand.CreateAppKey;
import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import org.jspecify.annotations.Nullable;

/** App keys, and commands to them. */
final class Given {

  static final long TENANT = 10_000;
  static final String APPLICATION = "app";
  static final String KEY = "key";

  private Given() {}

  static AppKeyState after(AppKeyCommand... commands) {
    var state = AppKeyState.NONE;
    for (var command : commands) {
      for (var event : AppKeyDecider.decide(state, command)) {
        state = state.evolve(event);
      }
    }
    return state;
  }

  static CreateAppKey create(@Nullable String data) {
    return new CreateAppKey(TENANT, APPLICATION, KEY, data);
  }

  static CreateAppKey named(String applicationId, String key) {
    return new CreateAppKey(TENANT, applicationId, key, "");
  }

  static PutAppKey put(@Nullable String data, boolean create) {
    return new PutAppKey(TENANT, APPLICATION, KEY, null, data, create);
  }

  static DeleteAppKey delete() {
    return new DeleteAppKey(TENANT, APPLICATION, KEY, null);
  }
}
