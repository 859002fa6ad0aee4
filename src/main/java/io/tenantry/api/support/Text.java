package io.tenantry.api.support;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads texts strictly: nothing that is malformed is replaced silently. */
public final class Text {

  private static final int QUOTED_AT_MOST = 128;

  private Text() {}

  /** Null when the bytes are not UTF-8. */
  static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * Percent-decoded once; a plus sign stays one.
   *
   * @return null when an escape is malformed, or the result is not UTF-8 or contains U+0000
   */
  public static @Nullable String percentDecoded(String encoded) {
    byte[] bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded[length++] = bytes[i];
        continue;
      }
      boolean whole = i + 2 < bytes.length;
      int high = whole ? Character.digit(bytes[i + 1], 16) : -1;
      int low = whole ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return null;
      }
      decoded[length++] = (byte) (high * 16 + low);
      i += 2;
    }
    String text = utf8(Arrays.copyOf(decoded, length));
    return text == null || text.indexOf('\0') >= 0 ? null : text;
  }

  /** Null when it is well-formed, else what is wrong with it. */
  static @Nullable String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "must not contain U+0000";
      }
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return "must not contain a lone surrogate";
      }
      i++;
    }
    return null;
  }

  /** As it may stand in a message: what cannot be shown is replaced, what is long is cut. */
  static String printable(String text) {
    String cut =
        text.codePointCount(0, text.length()) <= QUOTED_AT_MOST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, QUOTED_AT_MOST)) + "…";
    StringBuilder shown = new StringBuilder(cut.length());
    cut.codePoints()
        .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
