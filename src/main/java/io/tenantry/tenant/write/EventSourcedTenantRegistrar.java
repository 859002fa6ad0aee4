package io.tenantry.tenant.write;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.Slugs;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantCommand.RegisterTenant;
import io.tenantry.tenant.TenantRegistrar;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.SlugTaken;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Both streams begin in the unit of work under way, hence in one append: all or nothing. */
@Component
class EventSourcedTenantRegistrar implements TenantRegistrar {

  private final Repository<Tenant> tenants;
  private final EventStore events;

  EventSourcedTenantRegistrar(Repository<Tenant> tenants, EventStore events) {
    this.tenants = tenants;
    this.events = events;
  }

  @Override
  public TenantView register(RegisterTenant command) {
    var view = create(command);
    var slug = view.slug();
    if (slug != null) {
      take(slug, view.id());
    }
    return view;
  }

  @Override
  public boolean isTaken(long tenantId) {
    return events.lastSequenceNumberFor(TenantCommand.streamId(tenantId)).isPresent();
  }

  private TenantView create(RegisterTenant command) {
    try {
      return tenants.newInstance(Tenant::new).invoke(tenant -> tenant.execute(command));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a new tenant could not be made", e);
    }
  }

  private void take(String slug, long tenantId) {
    // asked first for a clear answer; between two that ask at once the store's index decides, and
    // the loser, run again, is answered here
    if (events.lastSequenceNumberFor(Slugs.streamId(slug)).isPresent()) {
      throw Refusal.of(RefusalCode.TENANT_EXISTS, "the slug " + slug + " is taken");
    }
    events.publish(
        new GenericDomainEventMessage<>(
            "Slug",
            Slugs.streamId(slug),
            0,
            new SlugTaken(slug, tenantId),
            Map.of(MetadataKeys.TENANT, String.valueOf(tenantId))));
  }
}
