package io.tenantry.idempotency;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * Tells a duplicate from a first attempt. Of those that this process works on at the same time one
 * goes first and the others wait for it; between processes, and for ever after, the event store
 * decides.
 */
public final class Duplicates implements Replays {

  private final Map<String, CompletableFuture<@Nullable Void>> running = new ConcurrentHashMap<>();
  private final Records records;
  private final AttemptMetrics metrics;
  private final Duration atMost;

  /**
   * @param atMost how long a duplicate waits for the first
   */
  Duplicates(Records records, AttemptMetrics metrics, Duration atMost) {
    this.records = records;
    this.metrics = metrics;
    this.atMost = atMost;
  }

  @Override
  public @Nullable Replay find(Attempt attempt) {
    var first = running.get(attempt.keyHash());
    if (first != null) {
      metrics.waited();
      await(first, atMost.toNanos());
    }
    return replay(attempt);
  }

  /**
   * Runs what a fresh key asks for; nothing is read for that. Whatever refuses it, the record is
   * asked before the refusal is told.
   *
   * @throws Refusal as {@link #find} does
   */
  CommandResultMessage<?> once(Attempt attempt, Supplier<CommandResultMessage<?>> run) {
    var mine = new CompletableFuture<@Nullable Void>();
    var replay = turn(attempt, mine);
    if (replay != null) {
      return replay.message();
    }
    try {
      return decided(attempt, run.get());
    } finally {
      running.remove(attempt.keyHash(), mine);
      mine.complete(null);
    }
  }

  /** Null when it is this one's turn. */
  private @Nullable Replay turn(Attempt attempt, CompletableFuture<@Nullable Void> mine) {
    var first = running.putIfAbsent(attempt.keyHash(), mine);
    if (first == null) {
      return null;
    }
    metrics.waited();
    long end = System.nanoTime() + atMost.toNanos();
    while (first != null) {
      await(first, end - System.nanoTime());
      var replay = replay(attempt);
      if (replay != null) {
        return replay;
      }
      // the first was refused: one of those who waited is the next
      first = running.putIfAbsent(attempt.keyHash(), mine);
    }
    return null;
  }

  private void await(CompletableFuture<@Nullable Void> first, long nanos) {
    try {
      first.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      metrics.timedOut();
      throw inUse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inUse();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes it so", e);
    }
  }

  private static Refusal inUse() {
    return Refusal.retryAfter(
        RefusalCode.IDEMPOTENCY_KEY_IN_USE,
        "a request with the same idempotency key is being worked on; try again",
        1);
  }

  private CommandResultMessage<?> decided(Attempt attempt, CommandResultMessage<?> result) {
    if (!result.isExceptional()) {
      metrics.executed();
      return result;
    }
    var replay = replay(attempt);
    return replay == null ? result : replay.message();
  }

  private @Nullable Replay replay(Attempt attempt) {
    var found = records.find(attempt.keyHash());
    if (found == null) {
      return null;
    }
    var recorded = found.recorded();
    if (!attempt.isRecordedAs(recorded.fingerprint())) {
      metrics.mismatched();
      throw Refusal.of(
          RefusalCode.IDEMPOTENCY_KEY_REUSED,
          "the idempotency key has served another request: %s %s at %s"
              .formatted(recorded.method(), recorded.path(), found.at()),
          Map.of(
              "method", recorded.method(),
              "path", recorded.path(),
              "first_seen", found.at().toString()));
    }
    metrics.replayed();
    return records.replay(attempt.keyHash(), recorded);
  }
}
