package io.tenantry.appdata;

import io.tenantry.kernel.Sha256;
import java.util.Base64;

/** How an app key is told from all others. */
public final class AppKeys {

  private AppKeys() {}

  /**
   * The stream of its events. Application and key are hashed, since together they may be longer
   * than an id may be; neither can hold the NUL that parts them.
   */
  public static String streamId(long tenantId, String applicationId, String key) {
    return "appkey:" + tenantId + ":" + hash(applicationId + "\0" + key);
  }

  private static String hash(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
  }
}
