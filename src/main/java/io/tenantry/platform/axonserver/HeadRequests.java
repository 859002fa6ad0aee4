package io.tenantry.platform.axonserver;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server how far its log is. Those who ask while a request is under way share the one
 * after it: the answer to the running one may be older than what they have just read.
 */
final class HeadRequests {

  private final Supplier<CompletableFuture<Long>> server;
  private @Nullable CompletableFuture<Long> running;
  private @Nullable CompletableFuture<Long> next;

  HeadRequests(Supplier<CompletableFuture<Long>> server) {
    this.server = server;
  }

  /** Where the log is, as of a moment after this call. */
  CompletableFuture<Long> ask() {
    CompletableFuture<Long> mine;
    synchronized (this) {
      if (running != null) {
        mine = next == null ? new CompletableFuture<>() : next;
        next = mine;
        return mine;
      }
      mine = new CompletableFuture<>();
      running = mine;
    }
    send(mine);
    return mine;
  }

  private void send(CompletableFuture<Long> request) {
    CompletableFuture<Long> answer;
    try {
      answer = server.get();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    answer.whenComplete(
        (head, failure) -> {
          CompletableFuture<Long> following;
          synchronized (this) {
            following = next;
            running = following;
            next = null;
          }
          if (failure == null) {
            request.complete(head);
          } else {
            request.completeExceptionally(failure);
          }
          if (following != null) {
            send(following);
          }
        });
  }
}
