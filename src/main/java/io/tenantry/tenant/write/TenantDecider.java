package io.tenantry.tenant.write;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Authority.OfOperator;
import io.tenantry.kernel.Authority.OfSystem;
import io.tenantry.kernel.Names;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Versions;
import io.tenantry.kernel.Violations;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule book of a tenant. */
final class TenantDecider {

  private TenantDecider() {}

  /**
   * @param by whose right it is done by; null for nobody's that could govern a tenant
   * @return what happens; nothing when the command changes nothing
   * @throws Refusal INVALID, FORBIDDEN, TENANT_NOT_FOUND, PRECONDITION_FAILED or CONFLICT
   */
  static List<TenantEvent> decide(
      TenantState state, TenantCommand command, @Nullable Authority by) {
    return switch (command) {
      case RegisterTenant c -> register(state, c);
      case ChangeTenant c -> change(state, c, by);
      case DeleteTenant c -> delete(state, c);
    };
  }

  private static List<TenantEvent> register(TenantState state, RegisterTenant c) {
    var v = new Violations();
    TenantRules.name(v, c.name());
    TenantRules.slug(v, c.slug());
    TenantRules.texts(v, c.description(), c.business());
    TenantRules.engines(v, c.retrieverEngines());
    TenantRules.quota(v, c.storageQuota());
    v.refuse();
    if (state.last() != null) {
      throw new IllegalStateException("the tenant id " + c.tenantId() + " is taken");
    }
    long quota = requireNonNullElse(c.storageQuota(), 0L);
    return List.of(
        new TenantRegistered(
            c.tenantId(),
            c.slug(),
            Names.trimmed(c.name()),
            requireNonNullElse(c.description(), ""),
            requireNonNullElse(c.business(), ""),
            requireNonNullElse(TenantRules.stored(c.retrieverEngines()), List.of()),
            quota == 0 ? TenantRules.DEFAULT_QUOTA : quota));
  }

  private static List<TenantEvent> change(
      TenantState state, ChangeTenant sent, @Nullable Authority by) {
    var tenant = state.living();
    if (tenant != null && !(by instanceof OfOperator || by instanceof OfSystem)) {
      requireUngoverned(tenant, sent);
    }
    var c = tenant == null ? sent : changed(tenant, sent);
    var v = new Violations();
    if (c.name() != null) {
      TenantRules.name(v, c.name());
    }
    TenantRules.texts(v, c.description(), c.business());
    TenantRules.status(v, c.status());
    TenantRules.engines(v, c.retrieverEngines());
    TenantRules.quota(v, c.storageQuota());
    v.refuse();
    return changes(existing(state, c.expectedVersions()), c);
  }

  /** The same without what is unchanged: it may have been stored before the rules of today. */
  private static ChangeTenant changed(TenantView tenant, ChangeTenant c) {
    return new ChangeTenant(
        c.tenantId(),
        c.expectedVersions(),
        Names.changed(c.name(), tenant.name()),
        Names.changed(c.description(), tenant.description()),
        Names.changed(c.business(), tenant.business()),
        c.status(),
        Names.changed(c.retrieverEngines(), tenant.retrieverEngines()),
        c.storageQuota());
  }

  /** Status and quota are the operator's. Whoever sends back what holds changes nothing. */
  private static void requireUngoverned(TenantView tenant, ChangeTenant c) {
    String status = requireNonNullElse(c.status(), "");
    if (!status.isEmpty() && !status.equals(tenant.status().word())) {
      throw Refusal.of(RefusalCode.FORBIDDEN, "status is the operator's to change");
    }
    long quota = requireNonNullElse(c.storageQuota(), 0L);
    if (quota != 0 && quota != tenant.storageQuota()) {
      throw Refusal.of(RefusalCode.FORBIDDEN, "storage_quota is the operator's to change");
    }
  }

  private static List<TenantEvent> changes(TenantView tenant, ChangeTenant c) {
    var events = new ArrayList<TenantEvent>();
    long id = c.tenantId();
    if (c.name() != null && !Names.trimmed(c.name()).equals(tenant.name())) {
      events.add(new TenantRenamed(id, Names.trimmed(c.name())));
    }
    if (c.description() != null) {
      events.add(new TenantDescribed(id, c.description()));
    }
    if (c.business() != null) {
      events.add(new TenantBusinessChanged(id, c.business()));
    }
    var status = c.status() == null ? null : TenantStatus.of(c.status());
    if (status != null && status != tenant.status()) {
      events.add(
          switch (status) {
            case ACTIVE -> new TenantActivated(id);
            case INACTIVE -> new TenantDeactivated(id);
          });
    }
    var engines = TenantRules.stored(c.retrieverEngines());
    if (engines != null && !engines.equals(tenant.retrieverEngines())) {
      events.add(new RetrieverEnginesChanged(id, engines));
    }
    long quota = requireNonNullElse(c.storageQuota(), 0L);
    if (quota != 0 && quota != tenant.storageQuota()) {
      events.add(new StorageQuotaChanged(id, quota));
    }
    return events;
  }

  private static List<TenantEvent> delete(TenantState state, DeleteTenant c) {
    var tenant = existing(state, c.expectedVersions());
    if (c.keepDefault() && "default".equals(tenant.slug())) {
      throw Refusal.of(
          RefusalCode.CONFLICT,
          "the tenant default serves anonymous requests; it cannot be deleted while they are"
              + " allowed");
    }
    return List.of(new TenantDeleted(c.tenantId()));
  }

  private static TenantView existing(TenantState state, @Nullable Set<Long> expectedVersions) {
    var tenant = state.living();
    if (tenant == null) {
      throw Refusal.noSuchTenant();
    }
    Versions.require(expectedVersions, tenant.version());
    return tenant;
  }
}
