package io.tenantry.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.axon.Outcome;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A span for each command, with its commit. It bears names of our own alone: a failure's message
 * may quote what a client has sent.
 */
record CommandSpans(Tracer tracer, Traceparent traceparent, Refusals refusals)
    implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> command = unitOfWork.getMessage();
    String parent = (String) command.getMetaData().get(MetadataKeys.TRACE_PARENT);
    Span span = traceparent.childOf(parent).name(command.getPayloadType().getSimpleName()).start();
    unitOfWork.onCleanup(ended -> end(span, ended.getExecutionResult()));
    try (var scope = tracer.withSpan(span)) {
      return chain.proceed();
    }
  }

  private void end(Span span, @Nullable ExecutionResult result) {
    var outcome = Outcome.of(result, refusals);
    span.tag("outcome", outcome.word());
    outcome.refusal().ifPresent(code -> span.tag("refusal", code));
    span.end();
  }
}
