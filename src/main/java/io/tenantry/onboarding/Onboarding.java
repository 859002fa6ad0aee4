package io.tenantry.onboarding;

import io.tenantry.kernel.Refusal;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.TenantRegistrar;
import io.tenantry.tenant.TenantView;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class Onboarding {

  private final TenantIds ids;
  private final TenantRegistrar tenants;

  Onboarding(TenantIds ids, TenantRegistrar tenants) {
    this.ids = ids;
    this.tenants = tenants;
  }

  @CommandHandler
  TenantView handle(OnboardTenant c) {
    long id = ids.next();
    try {
      return tenants.register(
          new RegisterTenant(
              id,
              c.slug(),
              c.name(),
              c.description(),
              c.business(),
              c.retrieverEngines(),
              c.storageQuota()));
    } catch (Refusal e) {
      ids.giveBack(id);
      throw e;
    }
  }
}
