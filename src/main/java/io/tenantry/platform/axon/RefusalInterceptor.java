package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import java.util.function.Function;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Turns a handler's refusal into the exception that carries it over a bus. */
record RefusalInterceptor<T extends Message<?>>(
    Function<RefusalDetails, HandlerExecutionException> exception)
    implements MessageHandlerInterceptor<T> {

  @Override
  public @Nullable Object handle(UnitOfWork<? extends T> unitOfWork, InterceptorChain chain)
      throws Exception {
    try {
      return chain.proceed();
    } catch (Refusal refusal) {
      throw exception.apply(RefusalDetails.of(refusal));
    }
  }
}
