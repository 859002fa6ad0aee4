package io.tenantry.kernel;

/** A command or query that says whose things it is about. */
public interface OfTenant {

  /** Whether it is about nothing but things of that tenant. */
  boolean concernsOnly(long tenantId);
}
