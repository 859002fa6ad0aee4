package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The trace that a request is part of stands in the log beside its id. */
class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = TRACE + "-00f067aa0ba902b7-01";

  /** What is logged of a request that fails. */
  private static Map<String, String> logged(String id, String... headers) throws Exception {
    // its start, were it the first, would set logging up anew
    assertThat(Server.PORT).isPositive();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    try {
      String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
      all[headers.length] = "X-Request-ID";
      all[headers.length + 1] = id;
      assertThat(Server.get("/api/v1/things/broken", all).statusCode()).isEqualTo(500);
    } finally {
      root.detachAppender(lines);
    }
    return lines.list.stream()
        .map(ILoggingEvent::getMDCPropertyMap)
        .filter(mdc -> id.equals(mdc.get("request_id")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00-" + PARENT, "01-" + PARENT, "cc-" + PARENT + "-what-is-to-come"})
  void givenTraceparent_whenLogged_thenWithItsTrace(String header) throws Exception {
    assertThat(logged("of-" + header.substring(0, 2), "traceparent", header))
        .containsEntry("trace_id", TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff-" + PARENT,
        "00-" + PARENT + "-more",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-" + TRACE + "-00f067aa0ba902b7",
        "nonsense"
      })
  void givenNoTraceparent_whenLogged_thenWithoutATrace(String header) throws Exception {
    assertThat(logged("bad", "traceparent", header)).doesNotContainKey("trace_id");
  }

  @Test
  void givenTwoOrNone_whenLogged_thenWithoutATrace() throws Exception {
    assertThat(logged("none")).doesNotContainKey("trace_id");
    assertThat(logged("two", "traceparent", "00-" + PARENT, "traceparent", "00-" + PARENT))
        .doesNotContainKey("trace_id");
  }
}
