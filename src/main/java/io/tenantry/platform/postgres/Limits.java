package io.tenantry.platform.postgres;

import java.time.Duration;

/**
 * How long the server lets a statement run, wait for a lock, or leave a transaction open.
 *
 * @param statement the longest that one takes, waiting included
 * @param lock the longest that it waits for a lock
 * @param idleTransaction after which an open transaction that does nothing is ended
 */
public record Limits(Duration statement, Duration lock, Duration idleTransaction) {

  /** For what a request waits for, or a projection. */
  public static final Limits SHORT =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(60));

  /** For migrations, which may rewrite a large table. */
  public static final Limits MIGRATION =
      new Limits(Duration.ofHours(6), Duration.ofMinutes(1), Duration.ofHours(1));

  /** As the server takes them when a connection is made; in milliseconds. */
  String options() {
    return "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(statement.toMillis(), lock.toMillis(), idleTransaction.toMillis())
        // a client that has gone without a word must not hold its locks for hours
        + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
  }
}
