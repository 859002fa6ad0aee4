package io.tenantry.platform.axon;

import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Rights;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command or query through to its handler that its sender may send. Whatever endpoint it
 * comes from, and whatever that has forgotten: this is asked before the handler is.
 */
final class RightsInterceptor<T extends Message<?>> implements MessageHandlerInterceptor<T> {

  @Override
  public @Nullable Object handle(UnitOfWork<? extends T> unitOfWork, InterceptorChain chain)
      throws Exception {
    T message = unitOfWork.getMessage();
    Rights.require(message.getPayload(), authority(message));
    return chain.proceed();
  }

  private static Authority authority(Message<?> message) {
    Authority authority = Authority.in(message.getMetaData());
    if (authority == null) {
      throw new IllegalStateException(
          message.getPayloadType().getName() + " was sent by nobody that is known");
    }
    return authority;
  }
}
