package io.tenantry.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

  private static final String WORK = "/work";
  private static final String OTHER = "/other";
  private static final String PROBE = "/actuator/health/liveness";

  private final Connector connector = new Connector();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  /** Whether a request was busy, by its path. */
  private final Map<String, Boolean> seen = new ConcurrentHashMap<>();

  private final class Next extends ValveBase {

    @Override
    public void invoke(Request request, Response response) {
      seen.put(request.getRequestURI(), request.getAttribute(RequestThreads.BUSY) != null);
      if (request.getRequestURI().equals(WORK)) {
        begun.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Test
  void givenAllThreadsBusy_whenMoreIsAsked_thenItIsToldSoAndProbesGoOn() throws Exception {
    var threads = new RequestThreads(1, Duration.ofMillis(20).toNanos());
    threads.setNext(new Next());
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = clients.submit(() -> ask(threads, WORK));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

      ask(threads, OTHER);
      ask(threads, PROBE);
      assertThat(seen).isEqualTo(Map.of(WORK, false, OTHER, true, PROBE, false));

      end.countDown();
      working.get(30, TimeUnit.SECONDS);
      ask(threads, OTHER);
      assertThat(seen).containsEntry(OTHER, false);
    }
  }

  private Void ask(RequestThreads threads, String path) throws IOException, ServletException {
    var coyote = new org.apache.coyote.Request();
    coyote.requestURI().setString(path);
    threads.invoke(new Request(connector, coyote), new Response(new org.apache.coyote.Response()));
    return null;
  }
}
