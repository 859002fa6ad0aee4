package io.tenantry.platform.readstore;

import com.mongodb.client.MongoClient;
import io.tenantry.platform.OnceAMinute;
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

  private final MongoClient client;
  private final String database;
  private final LongSupplier nanoTime;

  /** Null until startup has finished: a failure ends it with a line, see {@link MongoIndexes}. */
  private volatile @Nullable OnceAMinute outages;

  MongoOutages(MongoClient client, String database, LongSupplier nanoTime) {
    this.client = client;
    this.database = database;
    this.nanoTime = nanoTime;
  }

  void tellFromNowOn() {
    outages = new OnceAMinute(nanoTime);
  }

  void met(RuntimeException failure) {
    OnceAMinute outages = this.outages;
    if (outages != null && outages.isDue()) {
      LOG.warn(
          "{}. What needs it is answered 503, projections wait and go on by themselves",
          MongoRefusal.line(failure, client, database));
    }
  }
}
