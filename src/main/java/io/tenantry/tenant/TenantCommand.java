package io.tenantry.tenant;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.ChangesAccess;
import io.tenantry.kernel.OfOneTenant;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked to happen to a tenant. Fields are as the client sent them. */
public sealed interface TenantCommand extends OfOneTenant {

  /** The stream of the tenant's events. */
  @TargetAggregateIdentifier
  default String streamId() {
    return streamId(tenantId());
  }

  /** The stream of that one's events. */
  static String streamId(long tenantId) {
    return "tenant:" + tenantId;
  }

  /**
   * @param storageQuota bytes; null or 0 for the default
   */
  @AllowedTo(Least.SYSTEM)
  record RegisterTenant(
      long tenantId,
      @Nullable String slug,
      @Nullable String name,
      @Nullable String description,
      @Nullable String business,
      @Nullable List<RetrieverEngine> retrieverEngines,
      @Nullable Long storageQuota)
      implements TenantCommand {}

  /**
   * Null leaves a field as it is; so do a blank status and a quota of 0.
   *
   * @param expectedVersions the versions on which it may be applied; null for any
   */
  @AllowedTo(Least.ADMIN)
  record ChangeTenant(
      long tenantId,
      @Nullable Set<Long> expectedVersions,
      @Nullable String name,
      @Nullable String description,
      @Nullable String business,
      @Nullable String status,
      @Nullable List<RetrieverEngine> retrieverEngines,
      @Nullable Long storageQuota)
      implements TenantCommand, ChangesAccess {}

  /**
   * @param expectedVersions the versions on which it may be applied; null for any
   * @param keepDefault whether the tenant {@code default} is in use and must stay
   */
  @AllowedTo(Least.OPERATOR)
  record DeleteTenant(long tenantId, @Nullable Set<Long> expectedVersions, boolean keepDefault)
      implements TenantCommand, ChangesAccess {}
}
