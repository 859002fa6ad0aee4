package io.tenantry.platform.processors;

/**
 * Errors, such as the heap's end, as exceptions: Axon lets a processor die of an error, in silence.
 */
final class Fatal {

  private Fatal() {}

  static RuntimeException survivable(Error error) {
    return new IllegalStateException("an event could not be handled", error);
  }
}
