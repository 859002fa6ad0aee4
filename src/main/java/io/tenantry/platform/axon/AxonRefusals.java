package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.eventstore.EventStoreUnavailable;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds refusals in Axon's exceptions. Two that lost a race are told apart from rules that were
 * broken by the detail {@code reason}: {@code concurrent-change} and {@code concurrent-creation}.
 */
final class AxonRefusals implements Refusals {

  static final String REASON = "reason";

  @Override
  public @Nullable Refusal find(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var refusal = of(cause);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private static @Nullable Refusal of(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof HandlerExecutionException e) {
      return e.getDetails().orElse(null) instanceof RefusalDetails carried
          ? carried.refusal()
          : null;
    }
    if (failure instanceof AggregateNotFoundException) {
      return Refusal.of(RefusalCode.NOT_FOUND, "does not exist");
    }
    if (failure instanceof AggregateStreamCreationException) {
      return lostRace(RefusalCode.ALREADY_EXISTS, "exists already", "concurrent-creation");
    }
    if (failure instanceof ConcurrencyException) {
      return lostRace(
          RefusalCode.CONFLICT,
          "was changed by another request at the same time; try again",
          "concurrent-change");
    }
    return failure instanceof EventStoreUnavailable || isFailedRead(failure)
        ? Refusal.of(RefusalCode.UNAVAILABLE, "the event store cannot be used now; try again later")
        : null;
  }

  private static boolean isFailedRead(Throwable failure) {
    return failure instanceof EventStoreException && failure.getCause() instanceof SQLException;
  }

  private static Refusal lostRace(RefusalCode code, String message, String reason) {
    return Refusal.of(code, message, Map.of(REASON, reason));
  }
}
