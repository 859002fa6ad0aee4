package io.tenantry.platform.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose streams tell a pooled processor at once that events are there; stock ones
 * let it ask every 500 ms.
 */
public final class LiveEventStore extends EmbeddedEventStore {

  private final Set<LiveStream> streams = new CopyOnWriteArraySet<>();
  private final GroupCommitEventStorageEngine engine;

  LiveEventStore(EmbeddedEventStore.Builder builder, GroupCommitEventStorageEngine engine) {
    super(builder.storageEngine(engine));
    this.engine = engine;
    engine.writer().onCommit(() -> streams.forEach(LiveStream::wake));
  }

  /**
   * @param token after which to begin; null for the very first event
   */
  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    var stream = new LiveStream(engine, token, streams::remove);
    streams.add(stream);
    return stream;
  }

  /** The writer wakes the streams, once a group. */
  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {}

  @Override
  public void shutDown() {
    streams.forEach(LiveStream::close);
    super.shutDown();
  }
}
