package io.tenantry.appdata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
