package io.tenantry.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its bearer holds it: {@code sk-tn_}, then the id of the key in 9 digits of base 62,
 * the secret in 43 (256 bits), and in 6 the CRC-32 of all before it, by which a damaged one is
 * known without a look-up, and a leaked one by a scanner: {@code sk-tn_[0-9A-Za-z]{58}}.
 *
 * <p>It never enters a message, an event or a log.
 */
public final class ApiKeyToken {

  static final int SECRET_BYTES = 32;

  private static final String PREFIX = "sk-tn_";
  private static final int ID_DIGITS = 9;
  private static final int SECRET_DIGITS = 43;
  private static final int CHECK_DIGITS = 6;
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (ID_DIGITS + SECRET_DIGITS + CHECK_DIGITS) + "}");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  // what is a JSON integer for every client
  private static final long HIGHEST_ID = (1L << 53) - 1;

  private final long keyId;
  private final String secret;

  private ApiKeyToken(long keyId, String secret) {
    this.keyId = keyId;
    this.secret = secret;
  }

  /**
   * @param random {@link #SECRET_BYTES} bytes that nobody can guess
   */
  static ApiKeyToken of(long keyId, byte[] random) {
    return new ApiKeyToken(keyId, base62(new BigInteger(1, random), SECRET_DIGITS));
  }

  /** Null for what is no key of ours, or one with a slip of the pen in it. */
  public static @Nullable ApiKeyToken parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return null;
    }
    int checked = text.length() - CHECK_DIGITS;
    if (!text.substring(checked).equals(check(text.substring(0, checked)))) {
      return null;
    }
    int secretAt = PREFIX.length() + ID_DIGITS;
    long id = number(text.substring(PREFIX.length(), secretAt));
    return id > HIGHEST_ID ? null : new ApiKeyToken(id, text.substring(secretAt, checked));
  }

  public long keyId() {
    return keyId;
  }

  /** What may be stored of it, and what is stored is compared with. */
  public KeySecret kept() {
    return KeySecret.of(secret);
  }

  /** The whole key in plain text, for its bearer alone. */
  public String reveal() {
    String checked = PREFIX + base62(BigInteger.valueOf(keyId), ID_DIGITS) + secret;
    return checked + check(checked);
  }

  /** Without the secret: who prints this by mistake gives nothing away. */
  @Override
  public String toString() {
    return "API key " + keyId;
  }

  private static String check(String checked) {
    CRC32 crc = new CRC32();
    crc.update(checked.getBytes(StandardCharsets.US_ASCII));
    return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
  }

  private static String base62(BigInteger number, int width) {
    char[] digits = new char[width];
    BigInteger rest = number;
    for (int i = width - 1; i >= 0; i--) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      digits[i] = DIGITS.charAt(parts[1].intValue());
      rest = parts[0];
    }
    return new String(digits);
  }

  private static long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = number * DIGITS.length() + DIGITS.indexOf(digits.charAt(i));
    }
    return number;
  }
}
