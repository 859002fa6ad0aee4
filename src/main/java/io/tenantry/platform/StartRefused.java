package io.tenantry.platform;

/** The configuration, or what it points at, does not allow a start. The message is for the user. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what is wrong and what to do
   */
  public StartRefused(String message) {
    super(message, null, false, false);
  }
}
