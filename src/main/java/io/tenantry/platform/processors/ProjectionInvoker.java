package io.tenantry.platform.processors;

import io.tenantry.projection.Projection;
import io.tenantry.projection.StoredEvent;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives a projection the events of a batch, and writes what it made of them when the last one has
 * been given: then Axon stores its token, never before. Large documents are written earlier, with
 * the position that they have reached. What a failed batch has collected goes away with its unit of
 * work.
 */
final class ProjectionInvoker implements EventHandlerInvoker {

  private static final String BATCH = ProjectionInvoker.class.getName();

  /** Documents of so many bytes are written before the batch ends: small events may change them. */
  private static final long BYTES = 4 << 20;

  private final Projection projection;
  private final BatchWriter writer;
  private final ProjectionTracer tracer;
  private final LongConsumer written;
  private final LongConsumer passed;

  /**
   * @param written is told the position of each batch once it is in the store and the listeners
   *     know
   * @param passed is told instead when the batch has changed nothing
   */
  ProjectionInvoker(
      Projection projection,
      BatchWriter writer,
      ProjectionTracer tracer,
      LongConsumer written,
      LongConsumer passed) {
    this.projection = projection;
    this.writer = writer;
    this.tracer = tracer;
    this.written = written;
    this.passed = passed;
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> work)) {
      throw new IllegalStateException("a projection is driven by batches alone");
    }
    BatchInProgress batch = work.getOrComputeResource(BATCH, key -> writer.begin());
    if (projection.handles(message.getPayloadType())) {
      project(StoredEvents.of(message), batch);
    }
    if (work.isLastMessage() || batch.bytes() >= BYTES) {
      work.resources().remove(BATCH);
      long position = StoredEvents.position(message);
      // nothing to write: the position alone may wait, since the events would change nothing again
      (writer.write(position, batch) ? written : passed).accept(position);
      batch.tellWritten();
    }
  }

  private void project(StoredEvent event, BatchInProgress batch) {
    Runnable shown = tracer.begin(projection.name(), event);
    long before = batch.changeCount();
    projection.project(event, batch);
    if (shown != null && batch.changeCount() > before) {
      batch.whenWritten(shown);
    }
  }

  /** A read model is built anew from an empty store, never over the old one. */
  @Override
  public boolean supportsReset() {
    return false;
  }
}
