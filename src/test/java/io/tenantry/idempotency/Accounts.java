package io.tenantry.idempotency;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.Outcomes;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.sample.events.SampleHappened;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** A domain so small that all of it can be seen: sums that orders add to. */
@Component
class Accounts implements Outcomes<Accounts.Receipt> {

  /**
   * @param amount 0 changes nothing, less than 0 is refused
   */
  @AllowedTo(Least.OPERATOR)
  record Order(String account, String what, long amount) {}

  /** The account once the order was carried out. */
  record Receipt(String account, long version, long sum) {}

  private final EventStore events;

  /** What happens while an order is being carried out. */
  volatile Consumer<Order> meanwhile = order -> {};

  Accounts(EventStore events) {
    this.events = events;
  }

  @CommandHandler
  Receipt handle(Order order) {
    var before = receipt(order.account(), Long.MAX_VALUE);
    meanwhile.accept(order);
    if (order.amount() < 0) {
      throw Refusal.of(RefusalCode.CONFLICT, "less than nothing");
    }
    if (order.amount() == 0) {
      return before;
    }
    events.publish(
        new GenericDomainEventMessage<>(
            "Account",
            streamId(order.account()),
            before.version(),
            new SampleHappened(order.what(), order.amount())));
    return new Receipt(order.account(), before.version() + 1, before.sum() + order.amount());
  }

  /** What has happened to an account, in order. */
  List<SampleHappened> history(String account) {
    return events
        .readEvents(streamId(account))
        .asStream()
        .map(event -> (SampleHappened) event.getPayload())
        .toList();
  }

  private Receipt receipt(String account, long version) {
    var until = history(account).stream().limit(version).toList();
    long sum = until.stream().mapToLong(SampleHappened::number).sum();
    return new Receipt(account, until.size(), sum);
  }

  static String streamId(String account) {
    return "account:" + account;
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.MODEL;
  }

  @Override
  public Class<Receipt> type() {
    return Receipt.class;
  }

  @Override
  public Outcome of(Receipt receipt) {
    return new Outcome(kind(), 10_000, List.of(receipt.account()), receipt.version());
  }

  @Override
  public Receipt restore(Outcome outcome) {
    return receipt(outcome.names().getFirst(), outcome.version());
  }
}
