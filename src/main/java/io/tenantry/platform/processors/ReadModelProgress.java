package io.tenantry.platform.processors;

import io.tenantry.projection.ReadModels;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far all projections are, and who waits for that. A waiter sleeps on a latch of its own, and
 * only those whose position has been reached are woken.
 */
final class ReadModelProgress implements ReadModels {

  private record Waiter(long position, CountDownLatch reached) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> positions = new HashMap<>();
  private final Queue<Waiter> waiters =
      new PriorityQueue<>(Comparator.comparingLong(Waiter::position));

  /** The lowest of all positions; changed under the lock. */
  private volatile long reached = Long.MAX_VALUE;

  private volatile long goal = Long.MAX_VALUE;
  private volatile boolean caughtUp;

  /** Changed under the lock. */
  private volatile boolean stopping;

  /** The head that this process found when it started. */
  void goal(long head) {
    lock.lock();
    try {
      stopping = false;
      goal = head;
      caughtUp = reached >= head;
    } finally {
      lock.unlock();
    }
  }

  long goal() {
    return goal;
  }

  /** The position that every projection has reached. */
  long reached() {
    return reached;
  }

  /** Wakes all that wait, and lets nobody wait until there is another goal. */
  void stop() {
    lock.lock();
    try {
      stopping = true;
      waiters.forEach(waiter -> waiter.reached().countDown());
      waiters.clear();
    } finally {
      lock.unlock();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** What the projection made of the events so far is written, and all caches know. */
  void reached(String projection, long position) {
    lock.lock();
    try {
      positions.put(projection, position);
      reached = positions.values().stream().mapToLong(Long::longValue).min().orElseThrow();
      caughtUp = caughtUp || reached >= goal;
      for (Waiter next = waiters.peek();
          next != null && next.position() <= reached;
          next = waiters.peek()) {
        waiters.remove().reached().countDown();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(long position, Duration atMost) {
    if (position <= reached) {
      return true;
    }
    var waiter = new Waiter(position, new CountDownLatch(1));
    if (!enlist(waiter)) {
      return position <= reached;
    }
    try {
      if (waiter.reached().await(atMost.toNanos(), TimeUnit.NANOSECONDS) && !stopping) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return leave(waiter);
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  /** False when there is nothing to wait for any more. */
  private boolean enlist(Waiter waiter) {
    lock.lock();
    try {
      return waiter.position() > reached && !stopping && waiters.add(waiter);
    } finally {
      lock.unlock();
    }
  }

  private boolean leave(Waiter waiter) {
    lock.lock();
    try {
      waiters.remove(waiter);
      return waiter.position() <= reached;
    } finally {
      lock.unlock();
    }
  }
}
