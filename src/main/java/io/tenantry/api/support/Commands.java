package io.tenantry.api.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tenantry.access.AccessChanges;
import io.tenantry.kernel.ChangesAccess;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.OfOneTenant;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Refusals;
import io.tenantry.projection.ReadModels;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** The way of every write: to the command bus, then until the read models have seen it. */
public final class Commands {

  // the one that was faster has left its mark: the next attempt is decided by it, unless others
  // are faster again
  private static final int ATTEMPTS = 10;

  private final CommandGateway gateway;
  private final Refusals refusals;
  private final ReadModels readModels;
  private final ConsistencyWait wait;
  private final AccessChanges accessChanges;
  private final Timer waited;

  Commands(
      CommandGateway gateway,
      Refusals refusals,
      ReadModels readModels,
      ConsistencyWait wait,
      AccessChanges accessChanges,
      MeterRegistry registry) {
    this.gateway = gateway;
    this.refusals = refusals;
    this.readModels = readModels;
    this.wait = wait;
    this.accessChanges = accessChanges;
    this.waited =
        Timer.builder("tenantry.consistency.wait")
            .description("How long writes wait for the read models after they are stored")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  /**
   * Waits until the command is done and, at most as long as is configured, until it can be read.
   *
   * @throws Refusal as the command's handler refused it, or because the caller may not send it
   */
  public <R extends @Nullable Object> Written<R> send(Object command, Caller caller) {
    Map<String, String> metadata = new HashMap<>();
    if (command instanceof OfOneTenant scoped) {
      metadata.put(MetadataKeys.TENANT, String.valueOf(scoped.tenantId()));
    }
    metadata.put(MetadataKeys.ACTOR, caller.actor().value());
    metadata.put(MetadataKeys.AUTHORITY, caller.authority().encoded());
    metadata.put(MetadataKeys.REQUEST_ID, caller.requestId());
    for (int attempt = 1; ; attempt++) {
      try {
        return dispatch(command, metadata);
      } catch (Refusal e) {
        if (!e.isLostRace() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private <R extends @Nullable Object> Written<R> dispatch(
      Object command, Map<String, String> metadata) {
    FutureCallback<Object, Object> done = new FutureCallback<>();
    gateway.send(new GenericCommandMessage<>(command, metadata), done);
    CommandResultMessage<?> answer = done.getResult();
    if (answer.isExceptional()) {
      throw failure(answer.exceptionResult());
    }
    long position =
        answer.getMetaData().get(MetadataKeys.POSITION) instanceof String digits
            ? Long.parseLong(digits)
            : 0;
    boolean reached =
        waited.record(() -> readModels.await(position, wait.atMost())) == Boolean.TRUE;
    if (!reached && command instanceof ChangesAccess changing) {
      accessChanges.pending(changing.tenantId(), position);
    }
    return new Written<>((R) answer.getPayload(), position, !reached);
  }

  private RuntimeException failure(Throwable thrown) {
    Refusal refusal = refusals.find(thrown);
    if (refusal != null) {
      return refusal;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
