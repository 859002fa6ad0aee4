package io.tenantry.access.read;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work on the read store that comes again and again, on a thread of its own, until the web server
 * has ended its requests. Beans are destroyed after that, the store among them.
 */
abstract class RecurringWork implements SmartLifecycle {

  // longer than a driver looks for a server that is not there
  private static final long SECONDS_TO_STOP = 10;
  // stops after the web server, which is at most 2048 below the top
  private static final int PHASE = DEFAULT_PHASE - 2304;

  private final String name;
  private final Duration first;
  private final Duration every;
  private final ToldOnce trouble;
  private volatile @Nullable ScheduledExecutorService thread;

  /**
   * @param name of the thread
   * @param first how long after the start
   * @param every how long after the last time
   * @param trouble what the log says when it fails
   */
  RecurringWork(String name, Duration first, Duration every, String trouble) {
    this.name = name;
    this.first = first;
    this.every = every;
    this.trouble = new ToldOnce(LoggerFactory.getLogger(getClass()), trouble);
  }

  /** What takes long looks now and then whether it {@link #isRunning() is running} still. */
  abstract void work();

  /** Once more when it stops, where something would be lost otherwise. */
  void finish() {}

  /** What goes wrong is told once, and tried again the next time. */
  final void run() {
    try {
      work();
      trouble.well();
    } catch (RuntimeException e) {
      trouble.failed(e);
    }
  }

  @Override
  public final void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
    thread = started;
    started.scheduleWithFixedDelay(
        this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public final void stop() {
    var stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    stopping.execute(this::finish);
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        stopping.shutdownNow();
      }
    } catch (InterruptedException e) {
      stopping.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  @Override
  public final int getPhase() {
    return PHASE;
  }
}
