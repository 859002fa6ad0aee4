package io.tenantry.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tenantry.idempotency.ReplayingCommandBus;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Authority.OfTenantKey;
import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.kernel.Role;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.datafolder.DataFolder;
import io.tenantry.platform.eventstore.EventStoreInfo;
import io.tenantry.platform.eventstore.EventStoreUnavailable;
import io.tenantry.platform.eventstore.GroupCommitEventStorageEngine;
import io.tenantry.platform.eventstore.LiveEventStore;
import io.tenantry.platform.eventstore.StoredNameSerializer;
import io.tenantry.sample.events.SampleHappened;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What the context is made of, and what crosses its buses. */
class WiringTest {

  @TempDir Path folder;
  ConfigurableApplicationContext context;

  @BeforeEach
  void start() {
    context = SampleApplication.start(folder);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void givenTheContext_whenStarted_thenNothingOfAxonsDefaultsTookItsPlace() {
    assertThat(context.getBean(EventStore.class)).isExactlyInstanceOf(LiveEventStore.class);
    assertThat(context.getBean(EventBus.class)).isSameAs(context.getBean("eventStore"));
    assertThat(context.getBean(EventStorageEngine.class))
        .isExactlyInstanceOf(GroupCommitEventStorageEngine.class);
    assertThat(context.getBean(CommandBus.class)).isExactlyInstanceOf(ReplayingCommandBus.class);
    assertThat(context.getBean(QueryBus.class)).isExactlyInstanceOf(SimpleQueryBus.class);
    assertThat(context.getBean(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
    assertThat(context.getBean("eventSerializer")).isInstanceOf(StoredNameSerializer.class);
    assertThat(context.getBean(Serializer.class)).isExactlyInstanceOf(Jackson3Serializer.class);

    var axon = context.getBean(org.axonframework.config.Configuration.class);
    assertThat(axon.eventStore()).isSameAs(context.getBean("eventStore"));
    assertThat(axon.eventSerializer()).isSameAs(context.getBean("eventSerializer"));
    assertThat(axon.messageSerializer()).isSameAs(context.getBean(Jackson3Serializer.class));
  }

  @Test
  void givenACommand_whenItHasEvents_thenItsResultBearsTheLastPosition() {
    assertThat(position(send(new SampleCommand("a", 0, 3)))).isEqualTo("3");
    assertThat(position(send(new SampleCommand("b", 0, 1)))).isEqualTo("4");
    assertThat(position(send(new SampleCommand("b", 1, 0)))).as("the head").isEqualTo("4");
    assertThat(context.getBean(EventStoreInfo.class).head()).isEqualTo(4);
  }

  @Test
  void givenACommandWithItsOrigin_whenItHasEvents_thenTheySayWhereTheyComeFrom() {
    var command =
        new GenericCommandMessage<>(
            new SampleCommand("a", 0, 1),
            Map.of(
                MetadataKeys.AUTHORITY,
                Authority.SYSTEM.encoded(),
                MetadataKeys.ACTOR,
                "operator:x",
                MetadataKeys.TENANT,
                "10000",
                MetadataKeys.REQUEST_ID,
                "r-1",
                "other",
                "stays behind"));
    dispatch(command);

    DomainEventMessage<?> event =
        context.getBean(EventStore.class).readEvents("a").asStream().findFirst().orElseThrow();
    assertThat(event.getMetaData())
        .containsOnly(
            Map.entry(MetadataKeys.ACTOR, "operator:x"),
            Map.entry(MetadataKeys.TENANT, "10000"),
            Map.entry(MetadataKeys.REQUEST_ID, "r-1"),
            Map.entry(MetadataKeys.CAUSATION_ID, command.getIdentifier()),
            Map.entry(MetadataKeys.CORRELATION_ID, command.getIdentifier()));
  }

  @Test
  void givenARefusedCommand_whenItsFailureIsLookedAt_thenTheWholeRefusalIsThere() {
    var refusal =
        Refusal.restored(
            RefusalCode.INVALID,
            "name must not be blank",
            List.of(new FieldError("name", "must not be blank")),
            Map.of("k", "v"),
            Map.of("n", 1L));

    var failure =
        catchThrowable(
            () -> context.getBean(CommandGateway.class).sendAndWait(bySystem(new Refuse(refusal))));
    assertThat(failure).isInstanceOf(CommandExecutionException.class).hasNoCause();
    assertSame(refusal, failure);
    assertSame(refusal, new CompletionException(failure));
  }

  @Test
  void givenARefusedQuery_whenItsFailureIsLookedAt_thenTheWholeRefusalIsThere() {
    var refusal = Refusal.of(RefusalCode.NOT_FOUND, "no such model");

    var failure = catchThrowable(() -> ask(new Refuse(refusal), Authority.SYSTEM.encoded()));
    assertThat(failure).hasCauseInstanceOf(QueryExecutionException.class);
    assertSame(refusal, failure);
  }

  @Test
  void givenSomebodyWhoMayNot_whenItIsSentOrAsked_thenForbiddenBeforeItsHandler() {
    var refusal = Refusal.of(RefusalCode.NOT_FOUND, "reached the handler");
    for (var by : List.of(Authority.OPERATOR, new OfTenantKey(10_000, Role.ADMIN))) {
      var sent = catchThrowable(() -> dispatch(by(by.encoded(), new Refuse(refusal))));
      assertThat(find(sent).code()).isEqualTo(RefusalCode.FORBIDDEN);
      var asked = catchThrowable(() -> ask(new Refuse(refusal), by.encoded()));
      assertThat(find(asked).code()).isEqualTo(RefusalCode.FORBIDDEN);
    }
  }

  @Test
  void givenNobodyOrNoRule_whenItIsSentOrAsked_thenAFaultOfOursAndNotItsHandler() {
    var refusal = Refusal.of(RefusalCode.NOT_FOUND, "reached the handler");
    assertThatThrownBy(() -> dispatch(new GenericCommandMessage<>(new Refuse(refusal))))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> dispatch(by("root", new Refuse(refusal))))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ask(new Refuse(refusal), ""))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> dispatch(bySystem(new WithoutRule())))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ask(new WithoutRule(), Authority.SYSTEM.encoded()))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void givenALostRace_whenItsFailureIsLookedAt_thenItIsToldFromABrokenRule() {
    send(new SampleCommand("a", 0, 2));

    var created = find(catchThrowable(() -> send(new SampleCommand("a", 0, 1))));
    assertThat(created.code()).isEqualTo(RefusalCode.ALREADY_EXISTS);
    assertThat(created.isLostRace()).isTrue();
    var changed = find(catchThrowable(() -> send(new SampleCommand("a", 1, 1))));
    assertThat(changed.code()).isEqualTo(RefusalCode.CONFLICT);
    assertThat(changed.isLostRace()).isTrue();
  }

  @Test
  void givenAFaultOfOurs_whenItIsLookedAt_thenItIsNoRefusal() {
    assertThat(context.getBean(Refusals.class).find(new IllegalStateException("x"))).isNull();
  }

  @Test
  void givenARunningContext_whenClosed_thenWhoUsesTheStoreStopsFirstAndTheLockIsFreedLast()
      throws Exception {
    var store = context.getBean(EventStore.class);
    var late = context.getBean(SampleApplication.LateWriter.class);
    context.close();

    assertThat(late.written()).as("a processor's last write, while it stops").isTrue();
    assertThatThrownBy(
            () ->
                store.publish(
                    new GenericDomainEventMessage<>("S", "a", 0, new SampleHappened("x", 0))))
        .isInstanceOf(EventStoreUnavailable.class);
    DataFolder.open(folder).close();
  }

  @Test
  void givenAFolderInUse_whenAnotherContextStarts_thenItIsRefused() {
    assertThatThrownBy(() -> DataFolder.open(context.getBean(TenantryProperties.class).dataDir()))
        .hasMessageContaining("in use");
  }

  private void assertSame(Refusal expected, Throwable failure) {
    var found = find(failure);
    assertThat(found.code()).isEqualTo(expected.code());
    assertThat(found.getMessage()).isEqualTo(expected.getMessage());
    assertThat(found.errors()).isEqualTo(expected.errors());
    assertThat(found.details()).isEqualTo(expected.details());
    assertThat(found.numbers()).isEqualTo(expected.numbers());
  }

  private Refusal find(Throwable failure) {
    return Objects.requireNonNull(context.getBean(Refusals.class).find(failure));
  }

  static GenericCommandMessage<Object> bySystem(Object command) {
    return by(Authority.SYSTEM.encoded(), command);
  }

  private static GenericCommandMessage<Object> by(String authority, Object command) {
    return new GenericCommandMessage<>(command, Map.of(MetadataKeys.AUTHORITY, authority));
  }

  private String ask(Object query, String authority) {
    var message = new GenericMessage<>(query, Map.of(MetadataKeys.AUTHORITY, authority));
    return context
        .getBean(QueryGateway.class)
        .query(query.getClass().getName(), message, String.class)
        .join();
  }

  private CommandResultMessage<?> send(SampleCommand command) {
    return dispatch(bySystem(command));
  }

  private CommandResultMessage<?> dispatch(GenericCommandMessage<?> command) {
    var answer = new CompletableFuture<CommandResultMessage<?>>();
    context.getBean(CommandBus.class).dispatch(command, (c, result) -> answer.complete(result));
    CompletionStage<CommandResultMessage<?>> result =
        answer.thenCompose(
            r ->
                r.isExceptional()
                    ? CompletableFuture.failedFuture(r.exceptionResult())
                    : CompletableFuture.completedFuture(r));
    return result.toCompletableFuture().join();
  }

  private static String position(CommandResultMessage<?> result) {
    return String.valueOf(result.getMetaData().get(MetadataKeys.POSITION));
  }
}
