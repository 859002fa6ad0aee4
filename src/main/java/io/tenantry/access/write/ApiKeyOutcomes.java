package io.tenantry.access.write;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.projection.PastStates;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ApiKeyOutcomes implements Outcomes<ApiKeyView> {

  private final PastStates past;

  ApiKeyOutcomes(PastStates past) {
    this.past = past;
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.API_KEY;
  }

  @Override
  public Class<ApiKeyView> type() {
    return ApiKeyView.class;
  }

  @Override
  public Outcome of(ApiKeyView key) {
    return new Outcome(kind(), key.tenantId(), List.of(String.valueOf(key.id())), key.version());
  }

  @Override
  public ApiKeyView restore(Outcome outcome) {
    return past.at(
            ApiKeyCommand.streamId(Long.parseLong(outcome.names().getFirst())),
            outcome.version(),
            ApiKeyState.NONE,
            ApiKeyEvent.class,
            ApiKeyState::evolve)
        .view();
  }
}
