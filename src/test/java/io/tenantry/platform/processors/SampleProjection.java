package io.tenantry.platform.processors;

import io.tenantry.platform.readstore.SampleDocument;
import io.tenantry.projection.Projection;
import io.tenantry.projection.ReadModelBatch;
import io.tenantry.projection.StoredEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Each event renames the document of its stream; {@link #REMOVE} removes it. */
final class SampleProjection implements Projection {

  static final String NAME = "read.sample";
  static final String REMOVE = "remove";

  final List<Long> given = new CopyOnWriteArrayList<>();

  /** The position at which it fails, once. */
  final AtomicLong failsAt = new AtomicLong();

  private final int version;

  SampleProjection(int version) {
    this.version = version;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean handles(Class<?> payloadType) {
    return true;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Set<Class<?>> documents() {
    return Set.of(SampleDocument.class);
  }

  @Override
  public void project(StoredEvent event, ReadModelBatch batch) {
    given.add(event.position());
    if (failsAt.compareAndSet(event.position(), 0)) {
      throw new IllegalStateException("fails once");
    }
    SampleDocument now = batch.find(SampleDocument.class, event.aggregateId());
    if (now != null && now.version() >= event.version()) {
      return;
    }
    if (event.payload().equals(REMOVE)) {
      batch.remove(SampleDocument.class, event.aggregateId());
    } else {
      String name = (now == null ? "" : now.name()) + event.payload();
      batch.put(SampleDocument.of(event.aggregateId(), 1, name, event.version()));
    }
  }
}
