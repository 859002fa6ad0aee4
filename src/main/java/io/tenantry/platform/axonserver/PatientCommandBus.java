package io.tenantry.platform.axonserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;

/**
 * Sends a command again, for some seconds, that Axon Server knows no handler of. This process has
 * one for each, but says so after it has connected, and in passing: the server may have heard of
 * the command first. It has then been handled by nobody.
 */
final class PatientCommandBus extends AxonServerCommandBus {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_MILLIS = 50;

  private final Executor later =
      CompletableFuture.delayedExecutor(
          PAUSE_MILLIS, TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor());

  private PatientCommandBus(Builder builder) {
    super(builder);
  }

  static PatientCommandBus of(Builder builder) {
    return new PatientCommandBus(builder);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    attempt(command, callback, System.nanoTime() + PATIENCE_NANOS);
  }

  private <C, R> void attempt(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback, long end) {
    super.<C, R>dispatch(
        command,
        (message, result) -> {
          if (isUnheardOf(result) && System.nanoTime() - end < 0) {
            later.execute(() -> attempt(command, callback, end));
          } else {
            callback.onResult(message, result);
          }
        });
  }

  private static boolean isUnheardOf(CommandResultMessage<?> result) {
    return result.isExceptional()
        && result.exceptionResult() instanceof NoHandlerForCommandException;
  }
}
