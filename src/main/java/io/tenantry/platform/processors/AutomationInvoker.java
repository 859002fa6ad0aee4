package io.tenantry.platform.processors;

import io.tenantry.projection.Automation;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Gives an automation one event after the other. When one fails, those before it stay done, and the
 * processor comes back to it after a pause that grows from 1 s to 60 s.
 */
final class AutomationInvoker implements EventHandlerInvoker {

  private final Automation automation;
  private final PositionTokens tokens;

  AutomationInvoker(Automation automation, PositionTokens tokens) {
    this.automation = automation;
    this.tokens = tokens;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    long position = StoredEvents.position(message);
    if (automation.handles(message.getPayloadType())) {
      automation.on(StoredEvents.of(message));
    }
    tokens.hasDone(position);
  }

  /** What followed from an event has followed; a replay would do it again. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}
