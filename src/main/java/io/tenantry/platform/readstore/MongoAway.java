package io.tenantry.platform.readstore;

/** MongoDB cannot be used now; told by {@link MongoOutages}. */
final class MongoAway extends ReadStoreAway {

  private static final long serialVersionUID = 1L;

  private final transient RuntimeException failure;

  MongoAway(RuntimeException failure) {
    super("MongoDB cannot be used now: " + failure.getClass().getSimpleName());
    this.failure = failure;
  }

  /** The driver's. */
  RuntimeException failure() {
    return failure;
  }
}
