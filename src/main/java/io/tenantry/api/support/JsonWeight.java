package io.tenantry.api.support;

/**
 * About how many bytes of the heap a text takes that is read as JSON: itself several times, as
 * bytes, text, event and document, and a node for each value. What looks like structure within a
 * string counts too.
 */
final class JsonWeight {

  private static final int COPIES = 8;
  private static final int NODE = 64;

  private JsonWeight() {}

  static long of(byte[] bytes) {
    long nodes = 0;
    for (byte each : bytes) {
      if (each == ',' || each == ':' || each == '[' || each == '{') {
        nodes++;
      }
    }
    return (long) COPIES * bytes.length + NODE * nodes;
  }
}
