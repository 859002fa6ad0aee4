package io.tenantry.platform.axon;

import io.tenantry.kernel.MetadataKeys;
import io.tenantry.platform.eventstore.EventStoreInfo;
import io.tenantry.platform.eventstore.GroupCommitEventStorageEngine;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A command bus whose results bear, as metadata {@link MetadataKeys#POSITION}, the position of the
 * command's last event: what its read models have to reach. A command without events bears the head
 * instead, since what made it change nothing may have happened just now.
 *
 * <p>A command sent within another unit of work is committed with that one, later than it answers;
 * it bears the head of that moment.
 */
final class PositionedCommandBus extends SimpleCommandBus {

  private final EventStoreInfo store;

  PositionedCommandBus(Builder builder, EventStoreInfo store) {
    super(builder);
    this.store = store;
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    var handled = new AtomicReference<@Nullable UnitOfWork<?>>();
    super.<C, R>handle(
        command,
        message -> {
          // the writer leaves the position on the root, which is closed when the result is known
          handled.set(CurrentUnitOfWork.get().root());
          return handler.handle(message);
        },
        (message, result) ->
            callback.onResult(
                message,
                result.isExceptional()
                    ? result
                    : result.andMetaData(Map.of(MetadataKeys.POSITION, position(handled.get())))));
  }

  private String position(@Nullable UnitOfWork<?> unitOfWork) {
    Object last =
        unitOfWork == null
            ? null
            : unitOfWork.resources().get(GroupCommitEventStorageEngine.POSITION);
    return last == null ? Long.toString(store.highestVisible()) : last.toString();
  }
}
