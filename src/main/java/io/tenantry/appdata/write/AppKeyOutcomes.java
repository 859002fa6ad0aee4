package io.tenantry.appdata.write;

import io.tenantry.appdata.AppKeyCommand.Result;
import io.tenantry.appdata.AppKeys;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.projection.PastStates;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AppKeyOutcomes implements Outcomes<Result> {

  private final PastStates past;

  AppKeyOutcomes(PastStates past) {
    this.past = past;
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.APP_KEY;
  }

  @Override
  public Class<Result> type() {
    return Result.class;
  }

  @Override
  public Outcome of(Result result) {
    return new Outcome(
        kind(), result.tenantId(), List.of(result.applicationId(), result.key()), result.version());
  }

  @Override
  public Result restore(Outcome outcome) {
    var application = outcome.names().getFirst();
    var key = outcome.names().getLast();
    var state =
        past.at(
            AppKeys.streamId(outcome.tenantId(), application, key),
            outcome.version(),
            AppKeyState.NONE,
            AppKeyEvent.class,
            (before, event, at) -> before.evolve(event));
    return new Result(outcome.tenantId(), application, key, outcome.version(), state.appKey());
  }
}
