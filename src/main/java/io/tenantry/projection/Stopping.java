package io.tenantry.projection;

/** The service stops, so nothing is waited for any more; the event comes again after the start. */
public final class Stopping extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Stopping() {
    super("the service stops", null, false, false);
  }
}
