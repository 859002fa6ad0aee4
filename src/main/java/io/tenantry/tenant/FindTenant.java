package io.tenantry.tenant;

/**
 * Which tenant is this? Answers a {@link TenantView}, or refuses with TENANT_NOT_FOUND.
 *
 * @param reference an id in decimal digits, or a slug
 */
public record FindTenant(String reference) {}
