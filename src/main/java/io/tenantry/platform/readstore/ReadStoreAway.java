package io.tenantry.platform.readstore;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The read store cannot be used now. It bears no stack trace and no cause, since every request and
 * every try of a projection meets with it: the log is told why once a minute, by the store itself.
 */
public class ReadStoreAway extends DataAccessResourceFailureException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what is wrong and what to do
   */
  ReadStoreAway(String message) {
    super(message);
  }

  @Override
  public final Throwable fillInStackTrace() {
    return this;
  }
}
