package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than fits into the heap at once: each request is answered, or refused for now, and the heap
 * does not run out.
 */
@Tag("long")
class SmallHeapTest {

  private static final int AT_ONCE = 500;

  /** Patient, since hundreds of clients on the machine of the tests are slow themselves. */
  private static final String[] OPTIONS = {
    "-Xmx256m", "-Dtenantry.http.patience=2m", "-Dserver.tomcat.connection-timeout=2m"
  };

  private static final int MODELS = 60;
  private static final String MIB = "x".repeat((1 << 20) - 100);
  private static final String CONFIGURATION = "{\"a\":\"" + MIB + "\"}";
  private static final String KEY = "app/k%d";

  @TempDir Path parent;

  private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();

  @Test
  void givenASmallHeap_whenMuchIsAskedAtOnce_thenItIsAnsweredOrRefusedAndTheServiceGoesOn()
      throws Exception {
    var folder = parent.resolve("data");
    try (var server = ServerProcess.start(folder, OPTIONS);
        var api = new Api(server.port)) {
      api.register("acme", "Acme").is(201);
      for (int i = 0; i < MODELS; i++) {
        api.createModel("acme", "m", CONFIGURATION).is(201);
      }
      String model = api.models("acme").tree().at("/data/0/id").asString();

      atOnce("POST of a model of 1 MiB", i -> api.createModel("acme", "m", CONFIGURATION));
      atOnce("PUT of an app key of 1 MiB", i -> api.putKey("acme", KEY.formatted(i), MIB));
      atOnce("GET of one model of 1 MiB", i -> api.model("acme", model));
      var stored = IntStream.range(0, AT_ONCE).filter(i -> isThere(api, i)).toArray();
      atOnce(
          "GET of app keys of 1 MiB",
          i -> api.key("acme", KEY.formatted(stored[i % stored.length])));
      atOnce("GET of a page of 100 MiB", 100, i -> api.models("acme"));
      atOnce("PATCH of a name", i -> api.renameModel("acme", model, "n" + i));

      api.register("other", "Other").is(201);
      api.model("acme", model).is(200);
      Settled.await(folder);
      assertThat(server.output()).doesNotContain("OutOfMemoryError").doesNotContain(" ERROR ");
    }
    assertThat(Tables.read(folder)).isEqualTo(Fold.of(folder).tables());
    answers.forEach((what, counts) -> System.out.printf("[load] 256 MiB: %s: %s%n", what, counts));
  }

  /** Those that were refused are not. */
  private static boolean isThere(Api api, int i) {
    return api.ask("HEAD", Api.keyPath("acme", KEY.formatted(i)), "").status() == 200;
  }

  private void atOnce(String what, IntFunction<Answer> request) throws Exception {
    atOnce(what, AT_ONCE, request);
  }

  private void atOnce(String what, int times, IntFunction<Answer> request) throws Exception {
    var counts = new TreeMap<Integer, Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent =
          IntStream.range(0, times)
              .mapToObj(i -> threads.submit(() -> request.apply(i).orRetryAfter()))
              .toList();
      for (var each : sent) {
        counts.merge(each.get(), 1, Integer::sum);
      }
    }
    answers.put(what, counts);
    assertThat(counts.keySet()).as(what).isSubsetOf(200, 201, 503);
    assertThat(counts.keySet()).as(what).containsAnyOf(200, 201);
  }
}
