package io.tenantry.idempotency;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import io.tenantry.kernel.Outcomes;

/** The recorder as it stands before every command handler. */
public final class Recording {

  private Recording() {}

  public static MessageHandlerInterceptor<CommandMessage<?>> in(
      EventStore events, Outcomes<?>... outcomes) {
    var beans = new DefaultListableBeanFactory();
    for (var one : outcomes) {
      beans.registerSingleton(one.kind().word(), one);
    }
    return new Recorder(events, new KnownOutcomes(beans.getBeanProvider(Outcomes.class)));
  }
}
