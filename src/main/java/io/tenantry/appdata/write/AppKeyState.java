package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.appdata.events.AppKeyEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What an app key's events come to.
 *
 * @param appKey null when there is none
 * @param version the number of all its events; a deletion does not begin anew
 */
record AppKeyState(@Nullable AppKeyView appKey, long version) {

  static final AppKeyState NONE = new AppKeyState(null, 0);

  AppKeyState evolve(AppKeyEvent event) {
    return switch (event) {
      case AppKeyCreated e -> holding(e, e.data());
      case AppKeyDataChanged e -> holding(e, e.data());
      case AppKeyDeleted e -> new AppKeyState(null, version + 1);
    };
  }

  /** What the tenant stores by it, in bytes of UTF-8. */
  long storedBytes() {
    return appKey == null ? 0 : bytes(appKey.key()) + bytes(appKey.data());
  }

  private AppKeyState holding(AppKeyEvent e, String data) {
    return new AppKeyState(
        new AppKeyView(e.tenantId(), e.applicationId(), e.key(), data, version + 1), version + 1);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
