package io.tenantry.tenant;

/** Which is the highest id that a tenant has had, as far as the read model knows? */
public record FindHighestTenantId() {

  /**
   * @param tenantId 0 when there has been none
   */
  public record Result(long tenantId) {}
}
