package io.tenantry.idempotency;

import io.tenantry.kernel.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the first attempt came to.
 *
 * @param result of its command, as of then
 * @param position of its last event
 */
public record Replay(Object result, long position, AnswerNotes notes) {

  private static final String REPLAYED = "idempotent-replayed";

  CommandResultMessage<Object> message() {
    Map<String, String> metadata = new HashMap<>(notes.metadata());
    metadata.put(REPLAYED, "true");
    metadata.put(MetadataKeys.POSITION, Long.toString(position));
    return new GenericCommandResultMessage<>(result, metadata);
  }

  /** Null for the result of a command that has just been done. */
  public static @Nullable Replay of(CommandResultMessage<?> message) {
    var metadata = message.getMetaData();
    return metadata.containsKey(REPLAYED)
        ? new Replay(
            message.getPayload(),
            Long.parseLong(String.valueOf(metadata.get(MetadataKeys.POSITION))),
            AnswerNotes.of(metadata))
        : null;
  }
}
