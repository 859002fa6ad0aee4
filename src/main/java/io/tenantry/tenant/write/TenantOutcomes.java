package io.tenantry.tenant.write;

import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.projection.PastStates;
import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantEvent;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TenantOutcomes implements Outcomes<TenantView> {

  private final PastStates past;

  TenantOutcomes(PastStates past) {
    this.past = past;
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.TENANT;
  }

  @Override
  public Class<TenantView> type() {
    return TenantView.class;
  }

  @Override
  public Outcome of(TenantView tenant) {
    return new Outcome(kind(), tenant.id(), List.of(), tenant.version());
  }

  @Override
  public TenantView restore(Outcome outcome) {
    return past.at(
            TenantCommand.streamId(outcome.tenantId()),
            outcome.version(),
            TenantState.NONE,
            TenantEvent.class,
            TenantState::evolve)
        .view();
  }
}
