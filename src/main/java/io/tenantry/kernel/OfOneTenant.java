package io.tenantry.kernel;

/** A command or query about things of one tenant. */
public interface OfOneTenant extends OfTenant {

  long tenantId();

  @Override
  default boolean concernsOnly(long other) {
    return tenantId() == other;
  }
}
