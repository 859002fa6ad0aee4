package io.tenantry.platform.processors;

import io.tenantry.projection.Automation;
import io.tenantry.projection.StoredEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what it was given. */
final class SampleAutomation implements Automation {

  final List<Long> given = new CopyOnWriteArrayList<>();

  /** The position at which it fails, once. */
  final AtomicLong failsAt = new AtomicLong();

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
    if (failsAt.compareAndSet(event.position(), 0)) {
      throw new IllegalStateException("fails once");
    }
  }
}
