package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.eventstore.EventStoreUnavailable;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Finds refusals in Axon's exceptions. A lost race is told apart from a rule that was broken. */
final class AxonRefusals implements Refusals {

  private final List<EngineFailures> engines;

  AxonRefusals(List<EngineFailures> engines) {
    this.engines = List.copyOf(engines);
  }

  @Override
  public @Nullable Refusal find(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var refusal = of(cause);
      if (refusal == null) {
        refusal = ofEngine(cause);
      }
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private @Nullable Refusal ofEngine(Throwable failure) {
    for (var engine : engines) {
      var refusal = engine.refusal(failure);
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
      return Refusal.lostRace(RefusalCode.ALREADY_EXISTS, "exists already");
    }
    if (failure instanceof ConcurrencyException) {
      return Refusal.lostRace(
          RefusalCode.CONFLICT, "was changed by another request at the same time; try again");
    }
    if (failure instanceof EventStoreUnavailable || isFailedRead(failure)) {
      return Refusal.of(
          RefusalCode.UNAVAILABLE, "the event store cannot be used now; try again later");
    }
    return failure instanceof DataAccessResourceFailureException
            || failure instanceof TransientDataAccessException
            || failure instanceof CannotCreateTransactionException
        ? Refusal.of(RefusalCode.UNAVAILABLE, "the read models cannot be read now; try again later")
        : null;
  }

  private static boolean isFailedRead(Throwable failure) {
    return failure instanceof EventStoreException && failure.getCause() instanceof SQLException;
  }
}
