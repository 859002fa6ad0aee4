package io.tenantry.idempotency;

import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Rights;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers duplicates of commands that bear an idempotency key. It stands outside of the bus, since
 * a record is refused when the unit of work commits, after every interceptor has returned. The
 * record is read after that, on its own.
 */
public final class ReplayingCommandBus implements CommandBus {

  private final CommandBus delegate;
  private final Duplicates duplicates;

  public ReplayingCommandBus(CommandBus delegate, Duplicates duplicates) {
    this.delegate = delegate;
    this.duplicates = duplicates;
  }

  CommandBus delegate() {
    return delegate;
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    dispatch(command, (message, result) -> {});
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    var attempt = Attempt.of(command.getMetaData());
    if (attempt == null || !isAllowed(command)) {
      delegate.dispatch(command, callback);
    } else {
      callback.onResult(command, this.<C, R>once(command, attempt));
    }
  }

  /** Who may not do it any more is refused, whether it has been done or not. */
  private static boolean isAllowed(CommandMessage<?> command) {
    var authority = Authority.in(command.getMetaData());
    try {
      if (authority != null) {
        Rights.require(command.getPayload(), authority);
      }
      return authority != null;
    } catch (Refusal e) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private <C, R> CommandResultMessage<R> once(CommandMessage<C> command, Attempt attempt) {
    try {
      return (CommandResultMessage<R>)
          duplicates.once(
              attempt,
              () -> {
                var done = new FutureCallback<C, R>();
                delegate.dispatch(command, done);
                return done.getResult();
              });
    } catch (RuntimeException e) {
      return GenericCommandResultMessage.asCommandResultMessage(e);
    }
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
