package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Refusals;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Makes refusals ready to leave the process that arise outside of all interceptors: at the append,
 * which has lost a race or finds the store gone, or for a repetition.
 */
public final class RefusalCarryingCommandBus implements CommandBus {

  private final CommandBus delegate;
  private final Refusals refusals;

  public RefusalCarryingCommandBus(CommandBus delegate, Refusals refusals) {
    this.delegate = delegate;
    this.refusals = refusals;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    delegate.dispatch(command);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    try {
      delegate.<C, R>dispatch(
          command, (message, result) -> callback.onResult(message, carrying(result)));
    } catch (RuntimeException e) {
      callback.onResult(
          command, carrying(GenericCommandResultMessage.<R>asCommandResultMessage(e)));
    }
  }

  private <R> CommandResultMessage<? extends R> carrying(CommandResultMessage<? extends R> result) {
    if (!result.isExceptional() || result.exceptionDetails().isPresent()) {
      return result;
    }
    Refusal refusal = refusals.find(result.exceptionResult());
    if (refusal == null) {
      return result;
    }
    var details = RefusalDetails.of(refusal);
    return new GenericCommandResultMessage<>(
        new CommandExecutionException(details.message(), null, details), result.getMetaData());
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    return delegate.subscribe(commandName, handler);
  }

  @Override
  public @Nullable Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
    return delegate.registerDispatchInterceptor(interceptor);
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
    return delegate.registerHandlerInterceptor(interceptor);
  }
}
