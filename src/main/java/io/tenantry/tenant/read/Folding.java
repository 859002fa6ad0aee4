package io.tenantry.tenant.read;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Makes texts comparable without regard to case, in the same way for every store: texts that are
 * equal under Unicode's full case folding and canonical equivalence become the same text in NFC.
 */
final class Folding {

  /** Dotless i: Unicode folds it to itself, but its upper case is that of i. */
  private static final int DOTLESS_I = 0x131;

  private Folding() {}

  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Form.NFD)
        .codePoints()
        .forEach(codePoint -> append(codePoint, folded));
    return Normalizer.normalize(folded, Form.NFC);
  }

  /**
   * By the JDK's own tables: all letters with the same folding have the same upper case, once they
   * have been lower case, and it then has one lower case. Each by itself, since a sigma at the end
   * of a text has another lower case than elsewhere.
   */
  private static void append(int codePoint, StringBuilder folded) {
    if (codePoint == DOTLESS_I) {
      folded.appendCodePoint(codePoint);
    } else {
      lower(Character.toString(codePoint))
          .toUpperCase(Locale.ROOT)
          .codePoints()
          .forEach(upper -> folded.append(lower(Character.toString(upper))));
    }
  }

  private static String lower(String letter) {
    return letter.toLowerCase(Locale.ROOT);
  }
}
