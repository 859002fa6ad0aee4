package io.tenantry.onboarding;

import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.projection.ReadModels;
import io.tenantry.tenant.Slugs;
import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives every new embedded store the tenant {@code default}, on which requests act that name none.
 * Where it has been, it does not come again: its slug is taken.
 */
@Component
@ConditionalOnProperty(
    name = "tenantry.event-store",
    havingValue = "embedded",
    matchIfMissing = true)
class DefaultTenant implements SmartLifecycle {

  private static final String SLUG = "default";
  private static final Duration READ_MODELS = Duration.ofSeconds(30);
  // after Axon has put the handlers on the buses and the projections follow, before the web server
  // takes requests
  private static final int PHASE = DEFAULT_PHASE - 2304;

  private final EventStore events;
  private final CommandGateway commands;
  private final ReadModels readModels;
  private volatile boolean running;

  DefaultTenant(EventStore events, CommandGateway commands, ReadModels readModels) {
    this.events = events;
    this.commands = commands;
    this.readModels = readModels;
  }

  @Override
  public void start() {
    if (events.lastSequenceNumberFor(Slugs.streamId(SLUG)).isEmpty()) {
      commands.sendAndWait(
          new GenericCommandMessage<>(
              new OnboardTenant(SLUG, "Default", null, null, null, null, null),
              Map.of(
                  MetadataKeys.ACTOR,
                  Actor.system("onboarding").value(),
                  MetadataKeys.AUTHORITY,
                  Authority.SYSTEM.encoded(),
                  MetadataKeys.REQUEST_ID,
                  "start")));
      events.createHeadToken().position().ifPresent(p -> readModels.await(p, READ_MODELS));
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
