package io.tenantry.access.read;

import io.tenantry.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * AES-GCM under a key of its own for each opener, which derives from it and the server's secret:
 * who has the store and one of the two can open nothing.
 */
@Component
class Seal {

  private static final String HMAC = "HmacSHA256";
  // 96 bits, for which GCM is made
  private static final BytesKeyGenerator NONCES = KeyGenerators.secureRandom(12);

  private final SecretKeySpec key;

  Seal(Secrets secrets) {
    key = new SecretKeySpec(secrets.derive("sealed-secrets"), HMAC);
  }

  /** In Base64; each time another text. */
  String seal(String text, String opener) {
    byte[] content = aes(opener).encrypt(text.getBytes(StandardCharsets.US_ASCII));
    return Base64.getEncoder().encodeToString(content);
  }

  /** Null when it was sealed for another opener or by another server, or has been changed since. */
  @Nullable String open(String content, String opener) {
    byte[] bytes = Base64.getDecoder().decode(content);
    try {
      return new String(aes(opener).decrypt(bytes), StandardCharsets.US_ASCII);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof AEADBadTagException) {
        return null;
      }
      throw e;
    }
  }

  private AesBytesEncryptor aes(String opener) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] derived = mac.doFinal(opener.getBytes(StandardCharsets.UTF_8));
      return new AesBytesEncryptor(new SecretKeySpec(derived, "AES"), NONCES, CipherAlgorithm.GCM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
