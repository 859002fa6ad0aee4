package io.tenantry.idempotency;

import io.tenantry.idempotency.Accounts.Order;
import io.tenantry.idempotency.Accounts.Receipt;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Refusals;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/**
 * Sends orders by one bus, as one process of several does.
 *
 * @param position of the last event
 */
record Senders(CommandBus bus, Refusals refusals) {

  record Answer(Receipt receipt, boolean replayed, String position, Map<String, String> shown) {

    Answer asReplayed() {
      return new Answer(receipt, true, position, shown);
    }
  }

  /**
   * Again, as long as somebody else was faster.
   *
   * @throws Refusal as it was refused
   */
  Answer send(String key, Order order) {
    while (true) {
      var result = once(key, order, Authority.OPERATOR);
      if (!result.isExceptional()) {
        return answer(result);
      }
      var refusal = refusals.find(result.exceptionResult());
      if (refusal == null) {
        throw new AssertionError(result.exceptionResult());
      }
      if (!refusal.isLostRace()) {
        throw refusal;
      }
    }
  }

  CommandResultMessage<?> once(String key, Order order, Authority authority) {
    return once(attempt(key, order), order, authority);
  }

  CommandResultMessage<?> once(Attempt attempt, Order order, Authority authority) {
    var metadata = new HashMap<String, String>();
    metadata.put(MetadataKeys.AUTHORITY, authority.encoded());
    metadata.putAll(attempt.metadata());
    metadata.putAll(new AnswerNotes(201, Map.of("what", order.what())).metadata());
    var done = new FutureCallback<Object, Object>();
    bus.dispatch(new GenericCommandMessage<>(order, metadata), done);
    return done.getResult();
  }

  static Attempt attempt(String key, Order order) {
    var fingerprint = order.toString();
    var hash = Attempt.keyHash("operator", key);
    return new Attempt(hash, fingerprint, fingerprint, "POST", "/orders");
  }

  private static Answer answer(CommandResultMessage<?> result) {
    var replay = Replay.of(result);
    return new Answer(
        (Receipt) result.getPayload(),
        replay != null,
        Objects.toString(result.getMetaData().get(MetadataKeys.POSITION)),
        replay == null ? Map.of() : replay.notes().shown());
  }
}
