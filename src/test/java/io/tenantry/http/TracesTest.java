package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tenantry.engines.Engines;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Traces, which are off until an endpoint is set. */
@ExtendWith(OutputCaptureExtension.class)
class TracesTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final String TENANTS = "/api/v1/tenants";

  private static Answer send(
      Service service, String trace, String method, String path, String body, String... more) {
    String[] headers = {
      "traceparent",
      "00-" + trace + "-" + PARENT + "-01",
      "baggage",
      "secret=of-a-client",
      "Content-Type",
      "application/json",
      "Idempotency-Key",
      UUID.randomUUID().toString()
    };
    String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return service.ask(method, path, body.getBytes(UTF_8), all);
  }

  private static Answer onboard(Service service, String trace, String slug) {
    String body = "{\"slug\":\"%s\",\"name\":\"Telltale\"}".formatted(slug);
    return send(service, trace, "POST", TENANTS, body).is(201);
  }

  private static Map<String, ?> metadata(Service service, Answer registered) {
    return service
        .bean(EventStore.class)
        .readEvents("tenant:" + registered.data().get("id").asString())
        .asStream()
        .findFirst()
        .orElseThrow()
        .getMetaData();
  }

  @Test
  void givenNoEndpoint_whenStarted_thenNothingOfOpenTelemetryIsThereAndEventsBearNoTrace() {
    Service service = Service.on(Engines.SQLITE);

    assertThat(service.beans(Tracer.class)).isEmpty();
    assertThat(service.beans(OpenTelemetry.class)).isEmpty();
    assertThat(service.beans(SpanExporter.class)).isEmpty();
    assertThat(metadata(service, onboard(service, TRACE, HttpTest.slug())))
        .doesNotContainKey("traceparent");
  }

  @Test
  void givenAnEndpoint_whenATenantComesAndGoes_thenItsTraceLeadsFromTheRequestToTheReadModels(
      CapturedOutput output) throws Exception {
    String slug = HttpTest.slug();
    String deletion = TRACE.replace('4', '5');
    try (var receiver = new SpanReceiver()) {
      try (Service service =
          Service.start(
              Engines.SQLITE,
              Service.folder(),
              "--management.opentelemetry.tracing.export.schedule-delay=50ms",
              "--management.opentelemetry.tracing.export.otlp.endpoint=" + receiver.endpoint())) {
        Answer registered = onboard(service, TRACE, slug);
        send(service, TRACE, "POST", "/v1/tenant/models", "{\"name\":\"m\"}", "X-Tenant-ID", slug)
            .is(201);
        assertThat(logged(() -> send(service, TRACE, "GET", TENANTS + "/" + slug, "").is(200)))
            .containsEntry("trace_id", TRACE)
            .containsKey("span_id")
            .doesNotContainKey("traceId");
        send(service, deletion, "DELETE", TENANTS + "/" + slug, "").is(200);
        HttpTest.await(() -> receiver.has(deletion, "DeleteModel"));
        assertThat(metadata(service, registered))
            .extractingByKey("traceparent")
            .asString()
            .startsWith("00-" + TRACE + "-")
            .doesNotContain(PARENT);
      }
      // its end sends what it still has
      var request = receiver.only(TRACE, "http post /api/v1/tenants");
      assertThat(request.parent()).isEqualTo(PARENT);
      var command = receiver.only(TRACE, "OnboardTenant");
      assertThat(command.parent()).isEqualTo(request.id());
      assertThat(receiver.only(TRACE, "read.tenant TenantRegistered").parent())
          .isEqualTo(command.id());
      assertThat(receiver.only(TRACE, "read.access ApiKeyCreated").parent())
          .isEqualTo(command.id());
      assertThat(receiver.bodies())
          .allSatisfy(
              sent -> assertThat(sent).doesNotContain(slug, "Telltale", "sk-tn_", "of-a-client"));
    }
    assertThat(output.getOut())
        .contains("Address: http://127.0.0.1:", "Events: embedded, ", "Read models: embedded, ")
        .contains("Access: who sends no credential is the operator", "Traces: to http://127.0.0.1");
  }

  /** What is beside the lines of a request's own thread. */
  private static Map<String, String> logged(Runnable request) {
    var logger = (Logger) LoggerFactory.getLogger("io.tenantry.platform.web.Dispatcher");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.DEBUG);
    try {
      request.run();
    } finally {
      logger.setLevel(null);
      logger.detachAppender(lines);
    }
    return lines.list.stream()
        .map(ILoggingEvent::getMDCPropertyMap)
        .filter(mdc -> mdc.containsKey("request_id"))
        .findFirst()
        .orElseThrow();
  }
}
