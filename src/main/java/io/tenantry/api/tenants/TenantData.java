package io.tenantry.api.tenants;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.tenant.TenantView;
import java.time.Instant;

/**
 * A tenant as it is shown.
 *
 * @param slug empty when it has none
 * @param apiKey of the key with which it came: in plain text when that is made, masked ever after;
 *     empty when there is none
 * @param storageQuota bytes
 * @param storageUsed bytes
 */
record TenantData(
    long id,
    String slug,
    String name,
    String description,
    String apiKey,
    String status,
    EnginesBody retrieverEngines,
    String business,
    long storageQuota,
    long storageUsed,
    Instant createdAt,
    Instant updatedAt) {

  static TenantData of(TenantView tenant, String apiKey, long storageUsed) {
    return new TenantData(
        tenant.id(),
        requireNonNullElse(tenant.slug(), ""),
        tenant.name(),
        tenant.description(),
        apiKey,
        tenant.status().word(),
        new EnginesBody(tenant.retrieverEngines()),
        tenant.business(),
        tenant.storageQuota(),
        storageUsed,
        tenant.createdAt(),
        tenant.updatedAt());
  }
}
