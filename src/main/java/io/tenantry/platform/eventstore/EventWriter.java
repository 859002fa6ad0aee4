package io.tenantry.platform.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes events. What several units of work hand over meanwhile becomes one
 * transaction, hence one fsync; what one of them does wrong is its own failure alone.
 */
final class EventWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventWriter.class);

  private final AppendQueue queue = new AppendQueue();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final EventWindow window = new EventWindow(Runtime.getRuntime().maxMemory());
  private final EventTable table;
  private final EventStoreMetrics metrics;
  private final Duration idle;
  private final Runnable lost;
  private final Thread thread;
  private volatile long head;
  private long failures;
  private volatile long announced;

  private EventWriter(EventTable table, EventStoreMetrics metrics, Duration idle, Runnable lost)
      throws SQLException {
    this.table = table;
    this.metrics = metrics;
    this.idle = idle;
    this.lost = lost;
    this.head = table.head();
    this.thread = Thread.ofPlatform().daemon().name("event-writer").unstarted(this::run);
  }

  /**
   * @param idle after which it looks whether it could still write
   * @param lost is called, perhaps more than once, when another process has the events: what this
   *     one knows of them is outdated from then on
   */
  static EventWriter start(
      EventTable table, EventStoreMetrics metrics, Duration idle, Runnable lost)
      throws SQLException {
    var writer = new EventWriter(table, metrics, idle, lost);
    writer.thread.start();
    return writer;
  }

  /** The position of the last committed event; 0 while there is none. */
  long head() {
    return head;
  }

  /**
   * The position that the events have which are being written now, if they arrive: another command
   * may see them on disk before {@link #head()} says so. At least the head.
   */
  long announced() {
    return Math.max(head, announced);
  }

  EventStoreMetrics metrics() {
    return metrics;
  }

  /** Events that are still in memory, the ones written last among them. */
  EventWindow window() {
    return window;
  }

  /** Is called on the writer's thread after each commit, so it must be short. */
  void onCommit(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Waits until the events are on disk.
   *
   * @return the position of the last of them
   * @throws RowRefused when one of them is at fault
   * @throws EventStoreUnavailable when they could not be written
   */
  long append(List<EventRow> rows) throws RowRefused {
    var append = new Append(rows);
    queue.put(append);
    try {
      return append.position().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RowRefused refused) {
        throw refused;
      }
      throw new EventStoreUnavailable("the events could not be written", e.getCause());
    }
  }

  private void run() {
    try (table) {
      while (!queue.hasEnded()) {
        var group = queue.take(idle);
        if (!group.isEmpty()) {
          write(group);
        } else if (!queue.hasEnded()) {
          keep();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer", e);
    }
  }

  private void keep() {
    try {
      if (table.keep()) {
        lookAgain();
        succeeded();
      }
    } catch (SQLException e) {
      failed(e);
    } catch (RuntimeException e) {
      log.error("The connection for events cannot be looked after", e);
    }
  }

  private void write(List<Append> group) {
    var left = new ArrayList<>(group);
    try {
      while (!left.isEmpty() && !written(left)) {
        // one less each time: the guilty one has been told
      }
    } catch (SQLException e) {
      announced = head;
      failed(e);
      if (e instanceof CommitFailed) {
        lookAgain();
      }
      if (left.size() == 1 || e instanceof CommitFailed) {
        left.forEach(append -> append.fail(e));
      } else {
        left.forEach(append -> write(List.of(append)));
      }
    } catch (RuntimeException | Error e) {
      // whatever it is, nobody may wait for ever, and the next ones get their turn
      left.forEach(append -> append.fail(e));
      if (e instanceof Error fatal) {
        throw fatal;
      }
      log.error("Events could not be written", e);
      announced = head;
      table.reset();
    }
  }

  private boolean written(List<Append> group) throws SQLException {
    try {
      var sample = metrics.start();
      long rows = group.stream().mapToLong(append -> append.rows().size()).sum();
      var ends = table.write(group, found -> writeBehind(found, rows));
      remember(group, ends);
      head = ends[ends.length - 1];
      metrics.committed(sample, group.size());
      succeeded();
      for (int i = 0; i < ends.length; i++) {
        group.get(i).position().complete(ends[i]);
      }
      tell();
      return true;
    } catch (RowRefused e) {
      announced = head;
      group.remove(e.append());
      e.append().fail(e);
      return false;
    }
  }

  /** The database may have more than this process knew: a commit that seemed to fail. */
  private void writeBehind(long found, long rows) {
    announced = found + rows;
    if (found > head) {
      head = found;
      tell();
    }
  }

  /** The first of a row of failures is told whole; a full disk needs no more of them. */
  private void failed(SQLException e) {
    if (failures++ == 0) {
      log.error("Events cannot be written: {}", table.explain(e), e);
    }
    if (e instanceof AnotherWrites) {
      log.error("Another process has the events, this one ends: {}", e.getMessage());
      lost.run();
    }
  }

  private void succeeded() {
    if (failures > 0) {
      log.warn("Events can be written again; failures meanwhile: {}", failures);
      failures = 0;
    }
  }

  /** A commit that failed may have arrived: then its events are there, for everybody. */
  private void lookAgain() {
    try {
      head = table.head();
      tell();
    } catch (SQLException e) {
      log.warn("How far the events are will be known with the next write: {}", table.explain(e));
    }
  }

  /** Before the head says that they are there. */
  private void remember(List<Append> group, long[] ends) {
    for (int i = 0; i < ends.length; i++) {
      var rows = group.get(i).rows();
      for (int j = 0; j < rows.size(); j++) {
        window.add(ends[i] - rows.size() + 1 + j, rows.get(j));
      }
    }
  }

  private void tell() {
    for (var listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        log.error("A listener to commits has failed; the events are stored", e);
      }
    }
  }

  /** Writes what waits, then stops. Who comes later is refused. */
  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
