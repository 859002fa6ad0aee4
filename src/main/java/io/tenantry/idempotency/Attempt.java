package io.tenantry.idempotency;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Sha256;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * One request that bears an idempotency key. It travels in the metadata of the request's command.
 *
 * @param keyHash of who asks and the key
 * @param fingerprint tells the request from others under the same key
 * @param formerFingerprint what earlier versions have recorded of the same request
 * @param method of the request
 * @param path of the request
 */
public record Attempt(
    String keyHash, String fingerprint, String formerFingerprint, String method, String path) {

  private static final String FINGERPRINT = "idempotency-fingerprint";
  private static final String FORMER = "idempotency-former-fingerprint";
  private static final String METHOD = "idempotency-method";
  private static final String PATH = "idempotency-path";

  /**
   * What the same key means to another is another: neither learns of the other's.
   *
   * @param principal who asks; whatever secret it shows just now
   */
  public static String keyHash(String principal, String key) {
    // neither can hold the NUL that parts them
    return Sha256.hex(principal + "\0" + key);
  }

  static @Nullable Attempt of(MetaData metadata) {
    return metadata.get(FINGERPRINT) instanceof String fingerprint
        ? new Attempt(
            String.valueOf(metadata.get(MetadataKeys.IDEMPOTENCY_KEY_HASH)),
            fingerprint,
            String.valueOf(metadata.get(FORMER)),
            String.valueOf(metadata.get(METHOD)),
            String.valueOf(metadata.get(PATH)))
        : null;
  }

  /** Whether that is the fingerprint of the same request. */
  boolean isRecordedAs(String recorded) {
    return recorded.equals(fingerprint) || recorded.equals(formerFingerprint);
  }

  /** What the command's metadata must bear so that it is recorded. */
  public Map<String, String> metadata() {
    return Map.of(
        MetadataKeys.IDEMPOTENCY_KEY_HASH,
        keyHash,
        FINGERPRINT,
        fingerprint,
        FORMER,
        formerFingerprint,
        METHOD,
        method,
        PATH,
        path);
  }
}
