package io.tenantry.usage.quota;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.usage.QuotaExceeded;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant stores and may store, as this process knows it. What is stored and what is set
 * aside never pass the ceiling together, and the ceiling never passes the quota.
 *
 * <p>Who changes what is stored shares the account until the outcome is known. Who has to know
 * exactly what is stored, or changes the quota, seizes it, and thereby waits for those. One of
 * those who share it can raise the ceiling, meanwhile the others go on below it.
 */
final class Account {

  // longer than a sound disk or read store takes, shorter than a client waits
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ReentrantLock raising = new ReentrantLock();
  private boolean known;
  private long used;
  private long reserved;
  private long quota;
  private long ceiling;

  /** A lock that is held until it is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws Refusal UNAVAILABLE when it takes too long
   */
  Hold share() {
    return hold(lock.readLock());
  }

  /**
   * @throws Refusal UNAVAILABLE when it takes too long
   */
  Hold seize() {
    return hold(lock.writeLock());
  }

  /**
   * @throws Refusal UNAVAILABLE when it takes too long
   */
  Hold raise() {
    return hold(raising);
  }

  private static Hold hold(Lock lock) {
    try {
      if (lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return lock::unlock;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw unavailable();
  }

  static Refusal unavailable() {
    return Refusal.retryAfter(
        RefusalCode.UNAVAILABLE,
        "how much the tenant stores cannot be found out now; try again later",
        1);
  }

  /**
   * Whatever becomes of what others have set aside: so much is too much for what is stored now.
   *
   * @throws Refusal QUOTA_EXCEEDED
   */
  synchronized void refuseHopeless(long bytes) {
    if (known && bytes > quota - used) {
      throw QuotaExceeded.refusal(used, quota, bytes);
    }
  }

  /** Whether so much may be added; then it is set aside. */
  synchronized boolean reserve(long bytes) {
    boolean fits = known && bytes <= ceiling - used - reserved;
    if (fits) {
      reserved += bytes;
    }
    return fits;
  }

  /** What was set aside has become so much more, or less, that is stored; 0 when it was refused. */
  synchronized void settle(long bytes, long stored) {
    reserved -= bytes;
    used += stored;
  }

  /** What is stored, or may be, has to be found out anew. */
  synchronized void forget() {
    known = false;
  }

  /** As if all were stored that is set aside; null when it has to be found out. */
  synchronized @Nullable Standing standing() {
    return known ? new Standing(used + reserved, quota) : null;
  }

  /** For who has seized the account. */
  synchronized void learn(Standing standing) {
    known = true;
    used = standing.used();
    reserved = 0;
    quota = standing.quota();
    // nothing is leased yet; below a lowered quota not even what becomes free can be used
    ceiling = Math.min(used, quota);
  }

  synchronized void raiseTo(long ceiling) {
    this.ceiling = ceiling;
  }
}
