package io.tenantry.api.support;

import io.tenantry.access.AccessChanges;
import io.tenantry.idempotency.AnswerNotes;
import io.tenantry.idempotency.Replay;
import io.tenantry.idempotency.Replays;
import io.tenantry.kernel.ChangesAccess;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.OfOneTenant;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The way of every write: to the command bus, then until the read models have seen it. */
public final class Commands {

  // the one that was faster has left its mark: the next attempt is decided by it, unless others
  // are faster again
  private static final int ATTEMPTS = 10;

  private final Map<Class<?>, Write<?, ?, ?>> writes = new ConcurrentHashMap<>();
  private final CommandGateway gateway;
  private final Refusals refusals;
  private final ConsistencyWaits waits;
  private final AccessChanges accessChanges;
  private final Replays replays;
  private final ShownSecrets secrets;

  Commands(
      CommandGateway gateway,
      Refusals refusals,
      ConsistencyWaits waits,
      AccessChanges accessChanges,
      Replays replays,
      ShownSecrets secrets) {
    this.gateway = gateway;
    this.refusals = refusals;
    this.waits = waits;
    this.accessChanges = accessChanges;
    this.replays = replays;
    this.secrets = secrets;
  }

  /**
   * A kind of write.
   *
   * @param command which one endpoint sends
   * @param status of its answer
   * @param answer from what is written alone: a replay, perhaps years later, is answered by it too
   */
  public <C, R, B> Write<C, R, B> answering(
      Class<C> command, int status, Function<Written<R>, ResponseEntity<B>> answer) {
    var write = new Write<C, R, B>(this, status, answer);
    if (writes.put(command, write) != null) {
      throw new IllegalStateException(command.getName() + " is answered in two ways");
    }
    return write;
  }

  <R> Written<R> send(Object command, Caller caller, int status, Shown wanted) {
    KeyedRequest keyed = caller.keyed();
    Shown shown = secrets.seal(wanted, keyed);
    try {
      return send(command, caller, new AnswerNotes(status, shown.values()), shown);
    } catch (Refusal e) {
      // what is in doubt may have happened: then its repetition will ask for the secret
      if (e.code() != RefusalCode.UNAVAILABLE && e.code() != RefusalCode.INTERNAL) {
        secrets.forget(shown);
      }
      throw e;
    }
  }

  @SuppressWarnings("unchecked")
  private <R> Written<R> send(Object command, Caller caller, AnswerNotes notes, Shown shown) {
    KeyedRequest keyed = caller.keyed();
    Map<String, String> metadata = metadata(command, caller, notes);
    if (keyed != null) {
      keyed.decideBy(command);
    }
    CommandResultMessage<?> done = decided(command, metadata);
    Replay replay = Replay.of(done);
    Written<R> written;
    if (keyed != null && replay != null) {
      written = written(replay, keyed);
      if (!shown.values().equals(replay.notes().shown())) {
        secrets.forget(shown);
      }
    } else {
      long position = position(done);
      boolean pending = isPending(position);
      written =
          new Written<>(
              (R) done.getPayload(),
              notes.status(),
              position,
              pending,
              keyed == null ? null : false,
              shown);
    }
    if (written.pending() && command instanceof ChangesAccess changing) {
      accessChanges.pending(changing.tenantId(), written.position());
    }
    return written;
  }

  /**
   * The first answer to a request that is refused before it has become a command.
   *
   * @return null when nothing has been done under its key
   * @throws Refusal IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE
   */
  @Nullable ResponseEntity<?> again(KeyedRequest keyed) {
    Write<?, ?, ?> write = writes.get(keyed.command());
    Replay replay = replays.find(keyed.attempt());
    if (replay == null) {
      return null;
    }
    if (write == null) {
      throw new IllegalStateException(keyed.command().getName() + " has no answer");
    }
    return write.again(written(replay, keyed));
  }

  @SuppressWarnings("unchecked")
  private <R> Written<R> written(Replay replay, KeyedRequest keyed) {
    return new Written<>(
        (R) replay.result(),
        replay.notes().status(),
        replay.position(),
        isPending(replay.position()),
        true,
        secrets.open(replay.notes(), keyed));
  }

  private static Map<String, String> metadata(Object command, Caller caller, AnswerNotes notes) {
    Map<String, String> metadata = new HashMap<>();
    if (command instanceof OfOneTenant scoped) {
      metadata.put(MetadataKeys.TENANT, String.valueOf(scoped.tenantId()));
    }
    metadata.put(MetadataKeys.ACTOR, caller.actor().value());
    metadata.put(MetadataKeys.AUTHORITY, caller.authority().encoded());
    metadata.put(MetadataKeys.REQUEST_ID, caller.requestId());
    KeyedRequest keyed = caller.keyed();
    if (keyed != null) {
      metadata.putAll(keyed.attempt().metadata());
      metadata.putAll(notes.metadata());
    }
    return metadata;
  }

  private CommandResultMessage<?> decided(Object command, Map<String, String> metadata) {
    for (int attempt = 1; ; attempt++) {
      FutureCallback<Object, Object> done = new FutureCallback<>();
      gateway.send(new GenericCommandMessage<>(command, metadata), done);
      CommandResultMessage<?> result = done.getResult();
      if (!result.isExceptional()) {
        return result;
      }
      RuntimeException failure = failure(result.exceptionResult());
      if (!(failure instanceof Refusal refusal && refusal.isLostRace()) || attempt == ATTEMPTS) {
        throw failure;
      }
    }
  }

  private static long position(CommandResultMessage<?> result) {
    return result.getMetaData().get(MetadataKeys.POSITION) instanceof String digits
        ? Long.parseLong(digits)
        : 0;
  }

  private boolean isPending(long position) {
    return !waits.reached(position);
  }

  private RuntimeException failure(Throwable thrown) {
    Refusal refusal = refusals.find(thrown);
    if (refusal != null) {
      return refusal;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
