package io.tenantry.platform.eventstore;

import java.sql.SQLException;

/**
 * The commit itself went wrong: whether the disk holds the group is known when it is read again.
 */
final class CommitFailed extends SQLException {

  private static final long serialVersionUID = 1L;

  CommitFailed(SQLException cause) {
    super(cause);
  }
}
