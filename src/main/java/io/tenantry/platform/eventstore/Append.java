package io.tenantry.platform.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The events of one unit of work, which are written all or not at all.
 *
 * @param position completed with the position of the last of them once they are on disk
 */
record Append(List<EventRow> rows, CompletableFuture<Long> position) {

  Append(List<EventRow> rows) {
    this(rows, new CompletableFuture<>());
  }

  int size() {
    int size = 0;
    for (var row : rows) {
      size += row.size();
    }
    return size;
  }

  void fail(Throwable failure) {
    position.completeExceptionally(failure);
  }
}
