package io.tenantry.platform.processors;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the read models until they have reached the head that this process found when it started,
 * and tells the log how far they are: a rebuild may take minutes, during which requests are
 * refused.
 */
final class CatchUp {

  /** Fewer events are told only if they take longer than {@link #every}. */
  static final long MANY = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  private final ReadModelProgress progress;
  private final LongSupplier head;
  private final Duration every;

  /**
   * @param head the position of the last event
   * @param every how often progress is told
   */
  CatchUp(ReadModelProgress progress, LongSupplier head, Duration every) {
    this.progress = progress;
    this.head = head;
    this.every = every;
  }

  /** Sets the goal, before any projection runs. */
  void prepare() {
    progress.goal(head.getAsLong());
  }

  /**
   * @param caughtUp runs once, as soon as the goal is reached; not after {@link #stop()}
   */
  void begin(Runnable caughtUp) {
    if (progress.caughtUp()) {
      caughtUp.run();
    } else {
      // of the platform: catching up keeps the carriers of virtual threads busy
      Thread.ofPlatform().name("catch-up").daemon().start(() -> follow(caughtUp));
    }
  }

  /** Ends all waiting for read models. */
  void stop() {
    progress.stop();
  }

  private void follow(Runnable caughtUp) {
    long goal = progress.goal();
    long from = progress.reached();
    long begun = System.nanoTime();
    boolean told = goal - from >= MANY;
    if (told) {
      tellBegin(goal - from);
    }
    long before = from;
    long since = begun;
    while (!progress.await(goal, every)) {
      if (progress.isStopping()) {
        LOG.info(
            "Read models have not caught up: {} of {} events; the next start goes on from there",
            progress.reached() - from,
            goal - from);
        return;
      }
      if (!told) {
        tellBegin(goal - from);
        told = true;
      }
      long now = progress.reached();
      long time = System.nanoTime();
      tell(now - from, goal - from, perSecond(now - before, time - since));
      before = now;
      since = time;
    }
    if (told) {
      long nanos = System.nanoTime() - begun;
      LOG.info(
          "Read models have caught up: {} events in {} s, {} events/s",
          goal - from,
          Duration.ofNanos(nanos).toSeconds(),
          perSecond(goal - from, nanos));
    }
    caughtUp.run();
  }

  private static void tellBegin(long events) {
    LOG.info("Read models catch up with {} events; requests are answered 503 until then", events);
  }

  private static void tell(long done, long all, long perSecond) {
    LOG.info(
        "Read models: {} of {} events, {} events/s, {}",
        done,
        all,
        perSecond,
        perSecond == 0 ? "no end in sight" : "%d s left".formatted((all - done) / perSecond));
  }

  private static long perSecond(long events, long nanos) {
    return Math.round(events * 1e9 / Math.max(1, nanos));
  }
}
