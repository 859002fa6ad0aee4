package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant has come; its id is taken from now on. */
@StoredName("tenant.registered")
public record TenantRegistered(
    long tenantId,
    @Nullable String slug,
    String name,
    String description,
    String business,
    List<RetrieverEngine> retrieverEngines,
    long storageQuota)
    implements TenantEvent {}
