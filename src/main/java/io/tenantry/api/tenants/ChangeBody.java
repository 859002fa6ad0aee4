package io.tenantry.api.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a tenant; what is absent or null stays. Clients send back what they have
 * read: what is the server's is ignored.
 */
@JsonIgnoreProperties({"id", "slug", "api_key", "storage_used", "created_at", "updated_at"})
record ChangeBody(
    @Nullable String name,
    @Nullable String description,
    @Nullable String business,
    @Nullable String status,
    @Nullable EnginesBody retrieverEngines,
    @Nullable Long storageQuota) {

  ChangeTenant command(long tenantId, @Nullable Set<Long> expectedVersions) {
    return new ChangeTenant(
        tenantId,
        expectedVersions,
        name,
        description,
        business,
        status,
        EnginesBody.engines(retrieverEngines),
        storageQuota);
  }
}
