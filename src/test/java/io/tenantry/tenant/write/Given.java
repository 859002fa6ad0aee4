package io.tenantry.tenant.write;

import io.tenantry.kernel.Authority;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.events.RetrieverEngine;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tenants, and commands to them that say one thing each. */
final class Given {

  static final long ID = 10_000;
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  static final List<RetrieverEngine> ENGINES =
      List.of(new RetrieverEngine("vector", "milvus"), new RetrieverEngine("keywords", "milvus"));

  private Given() {}

  static TenantRegistered registered() {
    return registered("acme");
  }

  static TenantRegistered registered(@Nullable String slug) {
    return new TenantRegistered(ID, slug, "Acme", "rockets", "toys", ENGINES, 1_000);
  }

  static TenantState state(TenantEvent... events) {
    var state = TenantState.NONE;
    for (var event : events) {
      state = state.evolve(event, AT);
    }
    return state;
  }

  static TenantState aTenant() {
    return state(registered());
  }

  static TenantState aDeletedTenant() {
    return state(registered(), new TenantDeleted(ID));
  }

  static RegisterTenant register(@Nullable String slug, @Nullable String name) {
    return new RegisterTenant(ID, slug, name, null, null, null, null);
  }

  static ChangeTenant unchanged(@Nullable Set<Long> expectedVersions) {
    return new ChangeTenant(ID, expectedVersions, null, null, null, null, null, null);
  }

  static ChangeTenant rename(@Nullable String name) {
    return new ChangeTenant(ID, null, name, null, null, null, null, null);
  }

  static ChangeTenant describe(String description) {
    return new ChangeTenant(ID, null, null, description, null, null, null, null);
  }

  static ChangeTenant business(String business) {
    return new ChangeTenant(ID, null, null, null, business, null, null, null);
  }

  static ChangeTenant status(String status) {
    return new ChangeTenant(ID, null, null, null, null, status, null, null);
  }

  static ChangeTenant engines(@Nullable List<RetrieverEngine> engines) {
    return new ChangeTenant(ID, null, null, null, null, null, engines, null);
  }

  static ChangeTenant quota(@Nullable Long quota) {
    return new ChangeTenant(ID, null, null, null, null, null, null, quota);
  }

  static DeleteTenant delete() {
    return new DeleteTenant(ID, null, false);
  }

  /** By the operator, who may do all. */
  static List<TenantEvent> decide(TenantState state, TenantCommand command) {
    return TenantDecider.decide(state, command, Authority.OPERATOR);
  }
}
