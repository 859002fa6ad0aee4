package io.tenantry.onboarding;

import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyRegistrar;
import io.tenantry.kernel.Role;
import io.tenantry.onboarding.OnboardTenant.FirstKey;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.TenantRegistrar;
import io.tenantry.tenant.TenantView;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

@Component
class Onboarding {

  private final TenantIds ids;
  private final TenantRegistrar tenants;
  private final ApiKeyRegistrar keys;

  Onboarding(TenantIds ids, TenantRegistrar tenants, ApiKeyRegistrar keys) {
    this.ids = ids;
    this.tenants = tenants;
    this.keys = keys;
  }

  @CommandHandler
  TenantView handle(OnboardTenant c) {
    long id = ids.next();
    // a duplicate is refused by the store, and with it the tenant that it would have made
    CurrentUnitOfWork.get().onRollback(u -> ids.giveBack(id));
    var tenant =
        tenants.register(
            new RegisterTenant(
                id,
                c.slug(),
                c.name(),
                c.description(),
                c.business(),
                c.retrieverEngines(),
                c.storageQuota()));
    if (c.firstKey() != null) {
      keys.register(key(id, c.firstKey()));
    }
    return tenant;
  }

  private static CreateApiKey key(long tenantId, FirstKey first) {
    // it never ends, so what time it is does not matter
    return new CreateApiKey(
        first.keyId(),
        tenantId,
        first.secret(),
        "default",
        Role.ADMIN.word(),
        null,
        null,
        null,
        null,
        true,
        Instant.EPOCH);
  }
}
