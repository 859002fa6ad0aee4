package io.tenantry.load;

/**
 * A write, and how to see that it has happened.
 *
 * @param after the state once it is done
 */
record Op(State after, int status, Ask ask, Probe single, Probe list) {

  interface Ask {
    Answer send(Api api);
  }

  /** Reads, and says whether it saw the write. */
  interface Probe {
    boolean isFresh(Api api);
  }
}
