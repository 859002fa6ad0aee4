package io.tenantry.platform.readstore;

import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log why MongoDB cannot be used: in one line, and for as long as it lasts once a minute,
 * however many requests and projections meet with it.
 */
final class MongoOutages {

  private static final Logger LOG = LoggerFactory.getLogger(MongoOutages.class);
  private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final MongoClient client;
  private final String database;
  private final LongSupplier nanoTime;

  /** When the next one is told; null as long as who starts is told it, see {@link MongoIndexes}. */
  private volatile @Nullable AtomicLong next;

  MongoOutages(MongoClient client, String database, LongSupplier nanoTime) {
    this.client = client;
    this.database = database;
    this.nanoTime = nanoTime;
  }

  void tellFromNowOn() {
    next = new AtomicLong(nanoTime.getAsLong());
  }

  void met(RuntimeException failure) {
    AtomicLong next = this.next;
    if (next == null) {
      return;
    }
    long now = nanoTime.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
      LOG.warn(
          "{}. What needs it is answered 503, projections wait and go on by themselves",
          MongoRefusal.line(failure, client, database));
    }
  }
}
