package io.tenantry.platform.eventstore;

import java.sql.SQLException;

/** The store does not take this very row, most often since another was there first. */
final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Append append;
  private final transient EventRow row;
  private final SQLException reason;

  RowRefused(Append append, EventRow row, SQLException reason) {
    super(null, reason, false, false);
    this.append = append;
    this.row = row;
    this.reason = reason;
  }

  Append append() {
    return append;
  }

  EventRow row() {
    return row;
  }

  SQLException reason() {
    return reason;
  }
}
