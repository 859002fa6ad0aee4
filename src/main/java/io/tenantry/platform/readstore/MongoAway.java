package io.tenantry.platform.readstore;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * MongoDB cannot be used now. It bears no stack trace and no cause, since every request and every
 * try of a projection meets with it: why it is so is told once, see {@link MongoOutages}.
 */
final class MongoAway extends DataAccessResourceFailureException {

  private final transient RuntimeException failure;

  MongoAway(RuntimeException failure) {
    super("MongoDB cannot be used now: " + failure.getClass().getSimpleName());
    this.failure = failure;
  }

  /** The driver's. */
  RuntimeException failure() {
    return failure;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
