package io.tenantry.tenant;

import io.tenantry.tenant.events.RetrieverEngine;
import io.tenantry.tenant.events.RetrieverEnginesChanged;
import io.tenantry.tenant.events.StorageQuotaChanged;
import io.tenantry.tenant.events.TenantActivated;
import io.tenantry.tenant.events.TenantBusinessChanged;
import io.tenantry.tenant.events.TenantDeactivated;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantDescribed;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import io.tenantry.tenant.events.TenantRenamed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant at one version.
 *
 * @param storageQuota bytes
 * @param version the number of its events
 */
public record TenantView(
    long id,
    @Nullable String slug,
    String name,
    String description,
    String business,
    TenantStatus status,
    List<RetrieverEngine> retrieverEngines,
    long storageQuota,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public static TenantView of(TenantRegistered e, Instant at) {
    return new TenantView(
        e.tenantId(),
        e.slug(),
        e.name(),
        e.description(),
        e.business(),
        TenantStatus.ACTIVE,
        List.copyOf(e.retrieverEngines()),
        e.storageQuota(),
        1,
        at,
        at);
  }

  /** The tenant once the next event has happened to it. */
  public TenantView after(TenantEvent event, Instant at) {
    return switch (event) {
      case TenantRegistered e -> throw new IllegalStateException("registered twice: " + id);
      case TenantRenamed e -> next(e.name(), description, business, status, at);
      case TenantDescribed e -> next(name, e.description(), business, status, at);
      case TenantBusinessChanged e -> next(name, description, e.business(), status, at);
      case TenantActivated e -> next(name, description, business, TenantStatus.ACTIVE, at);
      case TenantDeactivated e -> next(name, description, business, TenantStatus.INACTIVE, at);
      case RetrieverEnginesChanged e -> next(List.copyOf(e.retrieverEngines()), storageQuota, at);
      case StorageQuotaChanged e -> next(retrieverEngines, e.storageQuota(), at);
      case TenantDeleted e -> next(retrieverEngines, storageQuota, at);
    };
  }

  private TenantView next(
      String name, String description, String business, TenantStatus status, Instant at) {
    return new TenantView(
        id,
        slug,
        name,
        description,
        business,
        status,
        retrieverEngines,
        storageQuota,
        version + 1,
        createdAt,
        at);
  }

  private TenantView next(List<RetrieverEngine> engines, long quota, Instant at) {
    return new TenantView(
        id, slug, name, description, business, status, engines, quota, version + 1, createdAt, at);
  }
}
