package io.tenantry.tenant.read;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable without regard to case, in the same way for every store. */
final class Folding {

  private Folding() {}

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
