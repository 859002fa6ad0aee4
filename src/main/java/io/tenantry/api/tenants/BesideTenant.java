package io.tenantry.api.tenants;

import static java.util.Objects.requireNonNull;

import io.tenantry.api.support.Shown;
import io.tenantry.tenant.TenantView;
import java.util.Map;

/**
 * What is shown with a tenant that it does not know itself.
 *
 * @param apiKey masked; empty when there is none
 * @param storageUsed bytes
 */
record BesideTenant(String apiKey, long storageUsed) {

  private static final String API_KEY = "api_key";
  private static final String STORAGE_USED = "storage_used";

  static BesideTenant of(Shown shown) {
    return new BesideTenant(
        requireNonNull(shown.values().get(API_KEY)),
        Long.parseLong(requireNonNull(shown.values().get(STORAGE_USED))));
  }

  Shown shown() {
    return Shown.values(Map.of(API_KEY, apiKey, STORAGE_USED, Long.toString(storageUsed)));
  }

  TenantData with(TenantView tenant) {
    return TenantData.of(tenant, apiKey, storageUsed);
  }
}
