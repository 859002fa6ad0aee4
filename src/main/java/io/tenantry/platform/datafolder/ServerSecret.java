package io.tenantry.platform.datafolder;

import io.tenantry.kernel.Secrets;
import io.tenantry.platform.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The one secret of a server, from which every key for one purpose derives. */
public final class ServerSecret implements Secrets {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final SecretKeySpec key;

  private ServerSecret(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The configured secret, else the one that the folder keeps, made when it has none.
   *
   * @param folder is not asked for when there is a configured one
   * @throws StartRefused when the configured one is shorter than 32 characters, or the kept one
   *     cannot be read
   */
  public static ServerSecret of(@Nullable String configured, Supplier<DataFolder> folder) {
    if (configured == null || configured.isEmpty()) {
      return new ServerSecret(SecretFile.in(folder.get()).readOrCreate());
    }
    if (configured.length() < SHORTEST) {
      throw new StartRefused(
          "TENANTRY_SECRET has fewer than %d characters; give it 32 or more, or none at all"
              .formatted(SHORTEST));
    }
    return new ServerSecret(configured.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * 256 bits that depend on the secret and the purpose alone.
   *
   * @param purpose a name such as {@code cursor}; another purpose gives an unrelated key
   */
  @Override
  public byte[] derive(String purpose) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
