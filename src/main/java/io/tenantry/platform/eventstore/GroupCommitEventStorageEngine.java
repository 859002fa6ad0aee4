package io.tenantry.platform.eventstore;

import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import io.tenantry.platform.OnceAMinute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's JDBC engine, except for how it writes: all events of a unit of work go to the one {@link
 * EventWriter} when the unit of work commits, and their thread waits until they are on disk.
 * Snapshots are not kept; loading an aggregate is one query.
 */
public final class GroupCommitEventStorageEngine extends JdbcEventStorageEngine {

  /** On the root unit of work once it has committed: the position of its last event, a Long. */
  public static final String POSITION = GroupCommitEventStorageEngine.class.getName() + ".position";

  private static final Logger log = LoggerFactory.getLogger(GroupCommitEventStorageEngine.class);

  private static final String ROWS = GroupCommitEventStorageEngine.class.getName() + ".rows";
  static final int BATCH = 500;

  private static final int AGGREGATE_BATCH = 64;

  /** What is read at once goes on for so many bytes, and ends with the event that passes them. */
  static final int BATCH_BYTES = 1 << 20;

  /** What a request has of events that it loads: bytes, text, event, state. */
  private static final long COPIES = 8;

  private final OnceAMinute outages = new OnceAMinute();
  private final EventWriter writer;
  private final EventsDatabase database;

  GroupCommitEventStorageEngine(
      EventWriter writer, EventsDatabase database, Serializer serializer, EventUpcaster upcasters) {
    super(configured(database, serializer, upcasters));
    this.writer = writer;
    this.database = database;
  }

  private static Builder configured(
      EventsDatabase database, Serializer serializer, EventUpcaster upcasters) {
    var builder = JdbcEventStorageEngine.builder();
    database.statements().use(builder);
    return builder
        .connectionProvider(database.readers())
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .upcasterChain(upcasters)
        .persistenceExceptionResolver(database.duplicates())
        .finalAggregateBatchPredicate(
            batch -> batch.size() < AGGREGATE_BATCH && bytes(batch) < BATCH_BYTES)
        .batchSize(AGGREGATE_BATCH);
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    var rows = new ArrayList<EventRow>(events.size());
    for (var event : events) {
      rows.add(EventRow.of(event, serializer));
    }
    var unitOfWork = committing();
    if (unitOfWork == null) {
      write(rows);
    } else {
      unitOfWork.<List<EventRow>>getOrComputeResource(ROWS, k -> stage(unitOfWork)).addAll(rows);
    }
  }

  /** The root, since a nested one commits before it; itself, when the root has done so already. */
  private static @Nullable UnitOfWork<?> committing() {
    if (!CurrentUnitOfWork.isStarted()) {
      return null;
    }
    var current = CurrentUnitOfWork.get();
    var root = current.root();
    return root.phase().isAfter(UnitOfWork.Phase.COMMIT) ? current : root;
  }

  private List<EventRow> stage(UnitOfWork<?> unitOfWork) {
    var staged = new ArrayList<EventRow>();
    unitOfWork.onCommit(u -> u.resources().put(POSITION, write(staged)));
    return staged;
  }

  private long write(List<EventRow> rows) {
    try {
      return writer.append(rows);
    } catch (RowRefused e) {
      handlePersistenceException(e.reason(), e.row().message());
      throw new EventStoreException("an event was refused", e);
    }
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String aggregate, long first, int most) {
    var events = load(aggregate, first, most);
    if (RequestMemory.tryTake(Part.CONTENT, COPIES * bytes(events))) {
      return events;
    }
    // many who wait must not each hold what they have read
    long bytes = bytes(events);
    events = List.of();
    RequestMemory.take(Part.CONTENT, COPIES * bytes);
    return load(aggregate, first, most);
  }

  private List<? extends DomainEventData<?>> load(String aggregate, long first, int most) {
    return writer.metrics().stream(() -> query(aggregate, first, most));
  }

  private List<? extends DomainEventData<?>> query(String aggregate, long first, int most) {
    return JdbcUtils.executeQuery(
        getConnection(),
        connection -> readEventData(connection, aggregate, first, most),
        rows -> {
          var events = new ArrayList<DomainEventData<?>>();
          for (long bytes = 0; bytes < BATCH_BYTES && rows.next(); bytes += size(events)) {
            events.add(getDomainEventData(rows));
          }
          return events;
        },
        this::unreadable);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken after, int most) {
    return writer.metrics().log(() -> query(after, most));
  }

  private List<? extends TrackedEventData<?>> query(@Nullable TrackingToken after, int most) {
    return JdbcUtils.executeQuery(
        getConnection(),
        connection -> readEventData(connection, after, most),
        rows -> {
          var events = new ArrayList<TrackedEventData<?>>();
          var token = (GapAwareTrackingToken) after;
          for (long bytes = 0; bytes < BATCH_BYTES && rows.next(); bytes += size(events)) {
            var event = getTrackedEventData(rows, token);
            events.add(event);
            token = (GapAwareTrackingToken) event.trackingToken();
          }
          return events;
        },
        this::unreadable);
  }

  private EventStoreException unreadable(SQLException failure) {
    if (outages.isDue()) {
      log.error("Events cannot be read: {}", database.explain(failure));
    }
    return new EventStoreException("the events could not be read", failure);
  }

  private static long bytes(List<? extends DomainEventData<?>> events) {
    return events.stream().mapToLong(GroupCommitEventStorageEngine::size).sum();
  }

  /** Of the last one. */
  private static long size(List<? extends EventData<?>> events) {
    return size(events.getLast());
  }

  private static long size(EventData<?> event) {
    return size(event.getPayload()) + size(event.getMetaData());
  }

  private static long size(SerializedObject<?> part) {
    return part.getData() instanceof byte[] bytes ? bytes.length : 0;
  }

  /** Not more than a batch of what follows the token. Payloads are decoded when asked for. */
  List<EventWindow.Entry> read(@Nullable TrackingToken after) {
    var entries = new ArrayList<EventWindow.Entry>();
    for (var row : fetchTrackedEvents(after, BATCH)) {
      var messages =
          EventUtils.upcastAndDeserializeTrackedEvents(
              Stream.of(row), getEventSerializer(), upcasterChain);
      long position = row.trackingToken().position().orElseThrow();
      entries.add(new EventWindow.Entry(position, messages.toList(), (int) size(row)));
    }
    return entries;
  }

  static TrackingToken token(long position) {
    return GapAwareTrackingToken.newInstance(position, Set.of());
  }

  EventWriter writer() {
    return writer;
  }

  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    // as text, since Axon cuts an Instant to milliseconds
    return EventRow.instant(row.getLong(column)).toString();
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new UnsupportedOperationException("this event store keeps no snapshots");
  }
}
