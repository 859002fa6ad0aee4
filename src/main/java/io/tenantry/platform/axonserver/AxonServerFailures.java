package io.tenantry.platform.axonserver;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.platform.axon.EngineFailures;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.EventPublicationFailedException;
import org.axonframework.messaging.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to Axon Server, and what it refuses. */
final class AxonServerFailures implements EngineFailures {

  private static final Metadata.Key<String> CODE =
      Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

  private static final String INVALID_SEQUENCE = "AXONIQ-2000";

  @Override
  public @Nullable Refusal refusal(Throwable failure) {
    if (failure instanceof StatusRuntimeException status) {
      return of(status);
    }
    return failure instanceof AxonServerException
            || failure instanceof io.axoniq.axonserver.connector.AxonServerException
            || failure instanceof AxonServerCommandDispatchException
            || failure instanceof EventPublicationFailedException
            // of the connector's: a commit, whose outcome is unknown then
            || failure instanceof ExecutionException
            // each process handles all commands: Axon Server has not heard of this one again
            || failure instanceof NoHandlerForCommandException
        ? unavailable()
        : null;
  }

  private static @Nullable Refusal of(StatusRuntimeException failure) {
    var trailers = failure.getTrailers();
    if (trailers != null && INVALID_SEQUENCE.equals(trailers.get(CODE))) {
      return lostRace(String.valueOf(failure.getStatus().getDescription()));
    }
    return failure.getStatus().getCode() == Status.Code.INVALID_ARGUMENT ? null : unavailable();
  }

  /** The first event of a stream was there already, or a later one. */
  private static Refusal lostRace(String description) {
    return description.contains("Invalid sequence number 0 ")
        ? Refusal.lostRace(RefusalCode.ALREADY_EXISTS, "exists already")
        : Refusal.lostRace(
            RefusalCode.CONFLICT, "was changed by another request at the same time; try again");
  }

  private static Refusal unavailable() {
    return Refusal.of(
        RefusalCode.UNAVAILABLE, "the event store cannot be used now; try again later");
  }
}
