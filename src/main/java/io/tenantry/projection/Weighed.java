package io.tenantry.projection;

import org.jspecify.annotations.Nullable;

/** A document that says how large it is: what holds several of them is bounded by that. */
public interface Weighed {

  /** What a document takes beside its texts, roughly. */
  int OVERHEAD = 768;

  /** About how many bytes of the heap it takes. */
  int bytes();

  /** The same of any document; one that does not say is small. */
  static int bytes(Object document) {
    return document instanceof Weighed weighed ? weighed.bytes() : OVERHEAD;
  }

  /** What a document takes that has these texts, all in UTF-16. */
  static int bytesOf(@Nullable String... texts) {
    int bytes = OVERHEAD;
    for (String text : texts) {
      bytes += text == null ? 0 : 2 * text.length();
    }
    return bytes;
  }
}
