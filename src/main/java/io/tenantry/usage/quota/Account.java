package io.tenantry.usage.quota;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant stores and may store, as this process knows it. Who changes what is stored shares
 * the account until the outcome is known; who has to know exactly what is stored seizes it, and
 * thereby waits for them.
 */
final class Account {

  // longer than a sound disk or read store takes, shorter than a client waits
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean known;
  private long used;
  private long reserved;
  private long quota;
  private long ceiling;

  /**
   * @throws Refusal UNAVAILABLE when it takes too long
   */
  void share() {
    enter(lock.readLock());
  }

  void leave() {
    lock.readLock().unlock();
  }

  /**
   * @throws Refusal UNAVAILABLE when it takes too long
   */
  void seize() {
    enter(lock.writeLock());
  }

  void free() {
    lock.writeLock().unlock();
  }

  private static void enter(Lock lock) {
    try {
      if (lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw unavailable();
  }

  static Refusal unavailable() {
    return Refusal.of(
        RefusalCode.UNAVAILABLE,
        "how much the tenant stores cannot be found out now; try again later",
        Map.of(Refusal.RETRY_AFTER, "1"));
  }

  /** Whether so much may be added; then it is set aside. */
  synchronized boolean reserve(long bytes) {
    boolean fits = known && bytes <= ceiling - used - reserved;
    if (fits) {
      reserved += bytes;
    }
    return fits;
  }

  /** What was set aside is not going to be used. */
  synchronized void release(long bytes) {
    reserved -= bytes;
  }

  /** So much more, or less, is stored now. */
  synchronized void stored(long delta) {
    used += delta;
  }

  /** What is stored, or may be, has to be found out anew. */
  synchronized void forget() {
    known = false;
  }

  /** Null when it has to be found out. */
  synchronized @Nullable Standing standing() {
    return known ? new Standing(used, quota, ceiling - used) : null;
  }

  /** Is for who has seized the account: nothing is set aside. */
  synchronized void set(Standing standing) {
    known = true;
    used = standing.used();
    quota = standing.quota();
    ceiling = used + standing.leased();
    reserved = 0;
  }
}
