package io.tenantry.platform.processors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Times each event that a processor is given; the last one of a batch with the batch's write. */
final class MeasuredInvoker implements EventHandlerInvoker {

  private final EventHandlerInvoker invoker;
  private final Timer ok;
  private final Timer failed;

  MeasuredInvoker(EventHandlerInvoker invoker, String processor, MeterRegistry registry) {
    this.invoker = invoker;
    this.ok = timer(processor, "ok", registry);
    this.failed = timer(processor, "failed", registry);
  }

  private static Timer timer(String processor, String outcome, MeterRegistry registry) {
    return Timer.builder("tenantry.events.handled")
        .description("Events given to a processor; what failed comes again")
        .tag("processor", processor)
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return invoker.canHandle(message, segment);
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) throws Exception {
    long start = System.nanoTime();
    Timer outcome = failed;
    try {
      invoker.handle(message, segment);
      outcome = ok;
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Error e) {
      // of this event alone; Axon would let the processor die of it
      throw new IllegalStateException("an event could not be handled", e);
    } finally {
      outcome.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public boolean supportsReset() {
    return invoker.supportsReset();
  }
}
