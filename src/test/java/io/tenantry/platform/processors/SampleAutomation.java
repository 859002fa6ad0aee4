package io.tenantry.platform.processors;

import io.tenantry.projection.Automation;
import io.tenantry.projection.ReadModels;
import io.tenantry.projection.StoredEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what it was given. */
final class SampleAutomation implements Automation {

  final List<Long> given = new CopyOnWriteArrayList<>();

  /** Whether the read models had caught up, at each event. */
  final Set<Boolean> afterReadModels = new CopyOnWriteArraySet<>();

  /** The position at which it fails, once. */
  final AtomicLong failsAt = new AtomicLong();

  private final ReadModels readModels;

  SampleAutomation(ReadModels readModels) {
    this.readModels = readModels;
  }

  @Override
  public String name() {
    return "automation.sample";
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return true;
  }

  @Override
  public void on(StoredEvent event) {
    given.add(event.position());
    afterReadModels.add(readModels.caughtUp());
    if (failsAt.compareAndSet(event.position(), 0)) {
      throw new IllegalStateException("fails once");
    }
  }
}
