package io.tenantry.platform.axonserver;

import io.micrometer.core.instrument.Timer;
import io.tenantry.platform.eventstore.EventStoreMetrics;
import io.tenantry.platform.eventstore.GroupCommitEventStorageEngine;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon Server's event store, whose units of work know afterwards at which position they stand, as
 * those of the other engines do. Its tokens say positions, which count from 1.
 */
final class FollowedEventStore extends AxonServerEventStore {

  private static final String POSITION = GroupCommitEventStorageEngine.POSITION;
  private static final String EXPECTED = FollowedEventStore.class.getName() + ".expected";
  private static final String READ = FollowedEventStore.class.getName() + ".read";
  private static final String APPEND = FollowedEventStore.class.getName() + ".append";

  private final EventPositions positions;
  private final EventStoreMetrics metrics;
  private final Clock clock;
  private final Serializer serializer;

  private FollowedEventStore(
      Builder builder,
      Serializer serializer,
      EventPositions positions,
      EventStoreMetrics metrics,
      Clock clock) {
    super(builder);
    // the one with which its streams read events: only by that their bytes are had without decoding
    this.serializer = new GrpcMetaDataAwareSerializer(serializer);
    this.positions = positions;
    this.metrics = metrics;
    this.clock = clock;
  }

  static FollowedEventStore of(
      Builder builder,
      Serializer serializer,
      EventPositions positions,
      EventStoreMetrics metrics,
      Clock clock) {
    // its storage engine cannot be made from outside, but its builder keeps the one it has made
    builder.eventSerializer(serializer).snapshotSerializer(serializer).build();
    return new FollowedEventStore(builder, serializer, positions, metrics, clock);
  }

  @Override
  protected void prepareCommit(List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted() && !events.isEmpty()) {
      var root = CurrentUnitOfWork.get().root();
      var last = events.getLast().getIdentifier();
      expected(root).put(last, positions.follower().expect(last));
      super.prepareCommit(events);
      // callbacks run against their order: just before the connector appends all of it
      root.onCommit(u -> u.resources().put(APPEND, metrics.start()));
    } else {
      super.prepareCommit(events);
    }
  }

  /** Called once the connector has appended them. */
  @Override
  protected void commit(List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().root().resources().remove(APPEND)
            instanceof Timer.Sample append) {
      metrics.committed(append, 1);
    }
    super.commit(events);
  }

  private Map<String, CompletableFuture<Long>> expected(UnitOfWork<?> root) {
    return root.getOrComputeResource(
        EXPECTED,
        key -> {
          var expected = new HashMap<String, CompletableFuture<Long>>();
          root.onCleanup(u -> expected.keySet().forEach(positions.follower()::forget));
          return expected;
        });
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted() && !events.isEmpty()) {
      var root = CurrentUnitOfWork.get().root();
      long last = (long) root.resources().getOrDefault(POSITION, 0L);
      for (var each : expected(root).values()) {
        last = Math.max(last, positions.of(each));
      }
      root.resources().put(POSITION, last);
    }
    super.afterCommit(events);
  }

  @Override
  public DomainEventStream readEvents(String streamId) {
    // no snapshots are kept: from the first event on it asks for none, in one request
    return readEvents(streamId, 0);
  }

  @Override
  public DomainEventStream readEvents(String streamId, long first) {
    return noted(
        metrics.stream(
            () -> {
              var events = super.readEvents(streamId, first);
              // only this waits for what the server answers
              return events.hasNext() ? events : DomainEventStream.empty();
            }));
  }

  private DomainEventStream noted(DomainEventStream events) {
    if (!CurrentUnitOfWork.isStarted()) {
      return events;
    }
    var root = CurrentUnitOfWork.get().root();
    return root.<ReadEvents>getOrComputeResource(
            READ,
            key -> {
              var read = new ReadEvents();
              root.afterCommit(u -> bound(u, read));
              return read;
            })
        .noting(events);
  }

  /** Of what changed nothing. Callbacks run against their order: this one after all others. */
  private void bound(UnitOfWork<?> unitOfWork, ReadEvents read) {
    var newest = read.newest();
    if (newest != null && !unitOfWork.resources().containsKey(POSITION)) {
      unitOfWork
          .resources()
          .put(
              POSITION,
              positions.atLeast(newest.getIdentifier(), newest.getTimestamp(), Instant.now(clock)));
    }
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    return new PositionedStream(super::openStream, this::size, token);
  }

  private long size(TrackedEventMessage<?> event) {
    return event.serializePayload(serializer, byte[].class).getData().length;
  }

  @Override
  public TrackingToken createTailToken() {
    return PositionedStream.position(super.createTailToken());
  }

  @Override
  public TrackingToken createHeadToken() {
    return PositionedStream.position(super.createHeadToken());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return PositionedStream.position(super.createTokenAt(dateTime));
  }
}
