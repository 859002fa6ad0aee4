package io.tenantry.tenant;

import io.tenantry.tenant.TenantCommand.RegisterTenant;

/**
 * Registers a tenant and takes its slug within the unit of work that is under way, so that others
 * can add what must come into being with it.
 */
public interface TenantRegistrar {

  /**
   * @throws io.tenantry.kernel.Refusal INVALID, or TENANT_EXISTS when the slug is taken
   */
  TenantView register(RegisterTenant command);

  /** Whether that id belongs, or has belonged, to a tenant. */
  boolean isTaken(long tenantId);
}
