package io.tenantry.platform.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.micrometer.tracing.propagation.Propagator;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.processors.ProjectionTracer;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What carries a trace over the buses and the event store, where traces are sent at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = TracingChoice.PROPERTY, havingValue = "true")
class TracingConfiguration {

  @Bean
  Traceparent traceparent(Tracer tracer, Propagator propagator) {
    return new Traceparent(tracer, propagator);
  }

  /** A command may be handled by another thread, or node. */
  @Bean
  MessageDispatchInterceptor<CommandMessage<?>> commandsBearTheirTrace(Traceparent traceparent) {
    return commands ->
        (index, command) -> {
          String current = traceparent.current();
          return current == null
              ? command
              : command.andMetaData(Map.of(MetadataKeys.TRACE_PARENT, current));
        };
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  MessageHandlerInterceptor<CommandMessage<?>> commandSpans(
      Tracer tracer, Traceparent traceparent, Refusals refusals) {
    return new CommandSpans(tracer, traceparent, refusals);
  }

  /** Events made after the command's handler has returned have its sender's span. */
  @Bean
  CorrelationDataProvider traceOfEvents(Traceparent traceparent) {
    return message -> {
      String current = traceparent.current();
      Object parent =
          current != null ? current : message.getMetaData().get(MetadataKeys.TRACE_PARENT);
      return parent == null ? Map.of() : Map.of(MetadataKeys.TRACE_PARENT, parent);
    };
  }

  @Bean
  ProjectionTracer projectionSpans(Traceparent traceparent, Clock clock) {
    return new ProjectionSpans(traceparent, clock);
  }

  /** The names that the log has without traces too. */
  @Bean
  Slf4JEventListener otelSlf4JEventListener() {
    return new Slf4JEventListener("trace_id", "span_id");
  }

  @Bean
  SpanExportingPredicate noProbes() {
    return span -> !span.getTags().getOrDefault("uri", "").startsWith("/actuator");
  }

  /** Without what was thrown, whose message may quote what a client has sent. */
  @Bean
  @Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
  PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> requestSpans(
      Tracer tracer, Propagator propagator) {
    return new PropagatingReceiverTracingObservationHandler<>(tracer, propagator) {
      @Override
      public void onError(ReceiverContext<?> context) {}
    };
  }

  /** Likewise. */
  @Bean
  @Order(MicrometerTracingAutoConfiguration.DEFAULT_TRACING_OBSERVATION_HANDLER_ORDER)
  DefaultTracingObservationHandler otherSpans(Tracer tracer) {
    return new DefaultTracingObservationHandler(tracer) {
      @Override
      public void onError(Observation.Context context) {}
    };
  }
}
