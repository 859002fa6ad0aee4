package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors of lists: opaque to clients and signed, so that one that is damaged, or was made for
 * another list, is refused instead of leading somewhere. They are not secret.
 */
public final class Cursors {

  /** At least a signature; empty for the first page. */
  public static final String FORM = "^([A-Za-z0-9_-]{22,})?$";

  private static final int SIGNATURE_BYTES = 16;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key at least 16 bytes
   */
  public Cursors(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /**
   * @param kind which list, such as {@code models}
   * @param scope whose list and under which conditions, such as the tenant's id
   * @param place where in it, such as the last id seen
   */
  public String write(String kind, String scope, String place) {
    byte[] payload = place.getBytes(StandardCharsets.UTF_8);
    byte[] signature = signature(kind, scope, payload);
    byte[] all = Arrays.copyOf(signature, SIGNATURE_BYTES + payload.length);
    System.arraycopy(payload, 0, all, SIGNATURE_BYTES, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The place again.
   *
   * @throws Refusal UNREADABLE, when it was not made by {@link #write} for that kind and scope
   */
  public String read(String kind, String scope, String cursor) {
    byte[] all = decoded(cursor);
    if (all.length >= SIGNATURE_BYTES) {
      byte[] payload = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
      byte[] sent = Arrays.copyOf(all, SIGNATURE_BYTES);
      if (MessageDigest.isEqual(sent, signature(kind, scope, payload))) {
        return new String(payload, StandardCharsets.UTF_8);
      }
    }
    throw damaged();
  }

  private static byte[] decoded(String cursor) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      // the decoder overlooks padding and stray bits; the same cursor has one spelling only
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(cursor)
          ? all
          : new byte[0];
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static Refusal damaged() {
    return Unreadable.because("cursor", "is not one that this list has given");
  }

  private byte[] signature(String kind, String scope, byte[] payload) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    for (byte[] part :
        new byte[][] {
          kind.getBytes(StandardCharsets.UTF_8), scope.getBytes(StandardCharsets.UTF_8), payload
        }) {
      // each with its length, so that no two triples give the same bytes
      signed.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      signed.writeBytes(part);
    }
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(signed.toByteArray()), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
