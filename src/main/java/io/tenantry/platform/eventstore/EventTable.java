package io.tenantry.platform.eventstore;

import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** The writer's hand on the table of events. For one thread. */
interface EventTable extends AutoCloseable {

  /**
   * The last position that is stored, as the database says.
   *
   * @throws SQLException when it cannot be asked
   */
  long head() throws SQLException;

  /**
   * Writes them in one transaction, at the positions that follow the head.
   *
   * @param headFound is told the head behind which they are written, before any of them is visible
   * @return the last position of each
   * @throws RowRefused when one row is at fault; nothing has been written then
   * @throws CommitFailed when the outcome is unknown
   * @throws SQLException when the database failed; nothing has been written then
   */
  long[] write(List<Append> group, LongConsumer headFound) throws SQLException, RowRefused;

  /**
   * Looks, while nothing is to be written, whether the database would still take it, and mends it
   * where it can.
   *
   * @return whether it had to, so that the head may be another
   * @throws AnotherWrites when another process has the events now
   * @throws SQLException when it could not
   */
  boolean keep() throws SQLException;

  /** What is the matter, in one line for the log. */
  String explain(SQLException failure);

  /** After a failure nothing is known of the connection, so the next write opens another. */
  void reset();

  /** Undoes what was not committed. */
  @Override
  void close();
}
