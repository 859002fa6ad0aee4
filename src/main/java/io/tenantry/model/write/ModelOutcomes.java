package io.tenantry.model.write;

import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.projection.PastStates;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ModelOutcomes implements Outcomes<ModelView> {

  private final PastStates past;

  ModelOutcomes(PastStates past) {
    this.past = past;
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.MODEL;
  }

  @Override
  public Class<ModelView> type() {
    return ModelView.class;
  }

  @Override
  public Outcome of(ModelView model) {
    return new Outcome(kind(), model.tenantId(), List.of(model.id()), model.version());
  }

  @Override
  public ModelView restore(Outcome outcome) {
    return past.at(
            ModelCommand.streamId(outcome.names().getFirst()),
            outcome.version(),
            ModelState.NONE,
            ModelEvent.class,
            ModelState::evolve)
        .view();
  }
}
