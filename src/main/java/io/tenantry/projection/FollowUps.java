package io.tenantry.projection;

import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Sends the commands that follow from an event, bearing what the event knows of its origin. */
@Component
public class FollowUps {

  /** Enough for their events to be committed together. */
  private static final int AT_ONCE = 16;

  private static final Duration NO_LIMIT = Duration.ofNanos(Long.MAX_VALUE);

  private final CommandGateway commands;
  private final Refusals refusals;
  private final ReadModels readModels;

  FollowUps(CommandGateway commands, Refusals refusals, ReadModels readModels) {
    this.commands = commands;
    this.refusals = refusals;
    this.readModels = readModels;
  }

  /**
   * Waits until queries see the event and all before it, however long that takes: while read models
   * are rebuilt or their store is away there is nothing that a retry could do better.
   *
   * @throws Stopping when the service stops first
   */
  public void awaitReadModels(StoredEvent event) {
    if (!readModels.await(event.position(), NO_LIMIT)) {
      throw new Stopping();
    }
  }

  /**
   * Sends commands that remove things, side by side, and waits for all of them. What is gone
   * already is well.
   *
   * @throws RuntimeException when one of them fails; the event comes again then
   */
  public void remove(StoredEvent cause, Actor actor, Collection<?> removals) {
    var metadata = metadata(cause, actor);
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      var running = new ArrayList<CompletableFuture<Void>>();
      for (var removal : removals) {
        running.add(CompletableFuture.runAsync(() -> remove(removal, metadata), executor));
      }
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }
  }

  private void remove(Object removal, MetaData metadata) {
    try {
      var name = removal.getClass().getName();
      commands.sendAndWait(
          new GenericCommandMessage<>(new GenericMessage<>(removal, metadata), name));
    } catch (RuntimeException e) {
      var refusal = refusals.find(e);
      if (refusal == null || refusal.code() != RefusalCode.NOT_FOUND) {
        throw e;
      }
    }
  }

  private static MetaData metadata(StoredEvent cause, Actor actor) {
    var known = cause.metadata();
    var metadata =
        MetaData.from(
            Map.of(
                MetadataKeys.ACTOR,
                actor.value(),
                MetadataKeys.AUTHORITY,
                Authority.SYSTEM.encoded(),
                MetadataKeys.REQUEST_ID,
                known.getOrDefault(MetadataKeys.REQUEST_ID, ""),
                MetadataKeys.TENANT,
                known.getOrDefault(MetadataKeys.TENANT, ""),
                MetadataKeys.CORRELATION_ID,
                known.getOrDefault(MetadataKeys.CORRELATION_ID, cause.identifier()),
                MetadataKeys.CAUSATION_ID,
                cause.identifier()));
    String trace = known.get(MetadataKeys.TRACE_PARENT);
    return trace == null ? metadata : metadata.and(MetadataKeys.TRACE_PARENT, trace);
  }
}
