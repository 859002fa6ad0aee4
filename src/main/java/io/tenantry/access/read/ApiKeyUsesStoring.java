package io.tenantry.access.read;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has uses of keys stored every few seconds and, once the web server has ended its requests, for
 * the last time. Beans are destroyed after that, the store among them.
 */
@Component
class ApiKeyUsesStoring implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUsesStoring.class);

  private static final Duration EVERY = Duration.ofSeconds(10);
  // longer than a driver looks for a server that is not there
  private static final long SECONDS_TO_STOP = 10;
  // stops after the web server, which is at most 2048 below the top
  private static final int PHASE = DEFAULT_PHASE - 2304;

  private final ApiKeyUses uses;
  private volatile @Nullable ScheduledExecutorService thread;
  // of the thread that stores
  private boolean failed;

  ApiKeyUsesStoring(ApiKeyUses uses) {
    this.uses = uses;
  }

  @Override
  public void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("api-key-uses").daemon().factory());
    started.scheduleWithFixedDelay(
        this::store, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  @Override
  public void stop() {
    var stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    stopping.execute(this::store);
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

  /** What goes wrong is told once, and tried again the next time. */
  void store() {
    try {
      uses.store();
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.warn("When API keys were used last cannot be stored now, and is tried again", e);
      }
      failed = true;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
