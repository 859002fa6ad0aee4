package io.tenantry.platform.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the writer. Bounded: who finds it full waits; closed: who comes is refused. */
final class AppendQueue {

  private static final int LIMIT = 1_024;
  private static final int GROUP = 256;
  private static final int GROUP_BYTES = 8 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final Deque<Append> waiting = new ArrayDeque<>();
  private boolean closed;

  /**
   * @throws EventStoreUnavailable when the store is closed
   */
  void put(Append append) {
    lock.lock();
    try {
      while (waiting.size() >= LIMIT && !closed) {
        notFull.awaitUninterruptibly();
      }
      if (closed) {
        throw new EventStoreUnavailable("the event store is closed", null);
      }
      waiting.add(append);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is closed, with nothing left. */
  boolean hasEnded() {
    lock.lock();
    try {
      return closed && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next group; empty when none has come in that time, or will ever come. */
  List<Append> take(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (waiting.isEmpty() && !closed && nanos > 0) {
        nanos = notEmpty.awaitNanos(nanos);
      }
      var group = new ArrayList<Append>();
      int bytes = 0;
      while (!waiting.isEmpty() && group.size() < GROUP && bytes < GROUP_BYTES) {
        var append = waiting.remove();
        bytes += append.size();
        group.add(append);
      }
      notFull.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      notEmpty.signalAll();
      notFull.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
