package io.tenantry.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine, except for how it writes: all events of a unit of work go to the one {@link
 * EventWriter} when the unit of work commits, and their thread waits until they are on disk.
 * Snapshots are not kept; loading an aggregate is one query.
 */
public final class GroupCommitEventStorageEngine extends JdbcEventStorageEngine {

  /** On the root unit of work once it has committed: the position of its last event, a Long. */
  public static final String POSITION = GroupCommitEventStorageEngine.class.getName() + ".position";

  private static final String ROWS = GroupCommitEventStorageEngine.class.getName() + ".rows";
  static final int BATCH = 500;

  // the events of an aggregate may be large, and all of a piece are in memory together
  private static final int AGGREGATE_BATCH = 64;

  private final EventWriter writer;

  GroupCommitEventStorageEngine(
      EventWriter writer,
      ConnectionProvider readers,
      Serializer serializer,
      EventUpcaster upcasters) {
    super(configured(readers, serializer, upcasters));
    this.writer = writer;
  }

  private static Builder configured(
      ConnectionProvider readers, Serializer serializer, EventUpcaster upcasters) {
    var builder = JdbcEventStorageEngine.builder();
    SqliteStatements.use(builder);
    return builder
        .connectionProvider(readers)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .upcasterChain(upcasters)
        .persistenceExceptionResolver(SqliteErrors::isDuplicate)
        .finalAggregateBatchPredicate(batch -> batch.size() < AGGREGATE_BATCH)
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

  /** Not more than a batch of what follows the token; upcast, but not deserialised yet. */
  List<? extends TrackedEventData<?>> read(@Nullable TrackingToken after) {
    return fetchTrackedEvents(after, BATCH);
  }

  EventUpcaster upcasters() {
    return upcasterChain;
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
