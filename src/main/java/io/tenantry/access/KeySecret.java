package io.tenantry.access;

import io.tenantry.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is kept of the secret part of an API key: enough to know it again, not enough to use it.
 *
 * @param hash SHA-256 in hexadecimal digits. The secret has 256 random bits, so a slow hash would
 *     protect nothing more.
 * @param start its first four characters
 * @param end its last four
 */
public record KeySecret(String hash, String start, String end) {

  private static final int SHOWN = 4;

  static KeySecret of(String secret) {
    return new KeySecret(
        Sha256.hex(secret), secret.substring(0, SHOWN), secret.substring(secret.length() - SHOWN));
  }

  /** Takes the same time wherever two hashes differ. */
  static boolean isEqual(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  /** As a key is shown ever after: {@code sk-abcd…wxyz}. */
  public String mask() {
    return "sk-" + start + "…" + end;
  }
}
