package io.tenantry.platform.axon;

import io.tenantry.idempotency.Recording;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** What stands before every command handler, for fixtures of aggregates. */
public final class Interceptors {

  private Interceptors() {}

  /** A fixture on which a refusal crosses the bus as it does in the service. */
  public static <T> AggregateTestFixture<T> fixture(Class<T> aggregate) {
    var fixture = new AggregateTestFixture<>(aggregate);
    fixture.registerCommandHandlerInterceptor(new MessagingConfiguration().commandRefusals());
    fixture.registerCommandHandlerInterceptor(Recording.in(fixture.getEventStore()));
    return fixture;
  }
}
