package io.tenantry.platform.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.readstore.ReadModelChanges;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.platform.readstore.SampleDocument;
import io.tenantry.platform.readstore.SampleRepository;
import io.tenantry.projection.DocumentCache;
import io.tenantry.projection.ReadModelListener;
import io.tenantry.projection.ReadModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ProcessorsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** By data folder, so that they outlive the context as the events of a real store would. */
  private static final Map<Path, TestEvents> EVENTS = new ConcurrentHashMap<>();

  private static final ThreadLocal<Long> FAILS_AT = ThreadLocal.withInitial(() -> 0L);

  private static final ThreadLocal<Integer> VERSION = ThreadLocal.withInitial(() -> 1);

  @Configuration(proxyBeanMethods = false)
  @Import(ProcessorsConfiguration.class)
  static class Sample {

    @Bean
    TestEvents events(TenantryProperties properties) {
      return EVENTS.computeIfAbsent(properties.dataDir(), folder -> new TestEvents());
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }

    @Bean
    SampleProjection projection() {
      var projection = new SampleProjection(VERSION.get());
      projection.failsAt.set(FAILS_AT.get());
      return projection;
    }

    @Bean
    Refusals refusals() {
      return thrown -> null;
    }

    @Bean
    SampleAutomation automation(ReadModels readModels) {
      var automation = new SampleAutomation(readModels);
      automation.failsAt.set(FAILS_AT.get());
      return automation;
    }

    @Bean
    Written written() {
      return new Written();
    }

    @Bean
    DocumentCache<SampleDocument> cache() {
      return new DocumentCache<>("sample", SampleDocument.class, SampleDocument::id, 100_000);
    }
  }

  /** How many documents were written together, each time. */
  static final class Written implements ReadModelListener {

    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    @Override
    public void stored(Collection<Object> documents) {
      sizes.add(documents.size());
    }

    @Override
    public void removed(Class<?> type, Collection<Object> ids) {}
  }

  @TempDir Path folder;

  private TestEvents events() {
    return EVENTS.computeIfAbsent(folder, f -> new TestEvents());
  }

  private ReadStoreContext open(ReadStoreEngine engine) {
    return ReadStoreContext.open(engine, folder, Sample.class);
  }

  private static boolean reached(ReadStoreContext read, long position) {
    return read.bean(ReadModels.class).await(position, LONG);
  }

  private static String name(ReadStoreContext read, String id) {
    return read.bean(SampleRepository.class).findById(id).orElseThrow().name();
  }

  @ParameterizedTest
  @EnumSource
  void givenReadModelOfAnotherVersion_whenStarted_thenItIsMadeAnewOnce(ReadStoreEngine engine) {
    events().append("a", 0, "x");
    events().append("a", 1, "y");
    try (var read = open(engine)) {
      assertThat(reached(read, 2)).isTrue();
      var foreign = SampleDocument.of("a", 1, "made in another way", 2);
      read.store().put(SampleDocument.class, List.of(foreign));
    }
    VERSION.set(2);
    try {
      try (var read = open(engine)) {
        assertThat(reached(read, 2)).isTrue();
        assertThat(name(read, "a")).isEqualTo("xy");
        assertThat(read.bean(SampleProjection.class).given).containsExactly(1L, 2L);
      }
      events().append("a", 2, "z");
      try (var read = open(engine)) {
        assertThat(reached(read, 3)).isTrue();
        assertThat(name(read, "a")).isEqualTo("xyz");
        assertThat(read.bean(SampleProjection.class).given).containsExactly(3L);
      }
    } finally {
      VERSION.remove();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenManyEventsOfOneStream_whenProjectedInBatches_thenEachIsAppliedOnce(
      ReadStoreEngine engine) {
    for (int i = 0; i < 500; i++) {
      events().append(i % 2 == 0 ? "a" : "b", i / 2, "x");
    }
    events().append("c", 0, "y");
    events().append("c", 1, SampleProjection.REMOVE);
    try (var read = open(engine)) {
      assertThat(reached(read, 502)).isTrue();

      assertThat(name(read, "a")).isEqualTo("x".repeat(250));
      assertThat(name(read, "b")).isEqualTo("x".repeat(250));
      assertThat(read.bean(SampleRepository.class).findById("c")).isEmpty();
      assertThat(read.store().position(SampleProjection.NAME)).hasValue(502);
      assertThat(read.bean(ReadModels.class).caughtUp()).isTrue();
      assertThat(read.bean(ReadModelsHealthIndicator.class).health().getStatus())
          .isEqualTo(Status.UP);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenLargeDocuments_whenProjected_thenFewOfThemAreHeldAndWrittenTogether(
      ReadStoreEngine engine) {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 8; i++) {
      events().append("a" + i, 0, large);
    }
    try (var read = open(engine)) {
      assertThat(reached(read, 8)).isTrue();

      assertThat(read.bean(Written.class).sizes).isNotEmpty().allMatch(size -> size <= 2);
      assertThat(read.store().position(SampleProjection.NAME)).hasValue(8);
      for (int i = 0; i < 8; i++) {
        assertThat(name(read, "a" + i)).hasSize(large.length());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenHandlersThatFailOnce_whenTriedAgain_thenNothingIsSkippedOrAppliedTwice(
      ReadStoreEngine engine) {
    for (int i = 0; i < 10; i++) {
      events().append("a", i, String.valueOf(i));
    }
    FAILS_AT.set(6L);
    try (var read = open(engine)) {
      assertThat(reached(read, 10)).isTrue();

      assertThat(name(read, "a")).isEqualTo("0123456789");
      var automation = read.bean(SampleAutomation.class);
      await().atMost(LONG).until(() -> automation.given.contains(10L));
      assertThat(automation.given).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 6L, 7L, 8L, 9L, 10L);
      assertThat(automation.afterReadModels).containsExactly(true);
    } finally {
      FAILS_AT.remove();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenProcessorsThatWereStopped_whenStartedAgain_thenTheyGoOnWhereTheyWere(
      ReadStoreEngine engine) {
    events().append("a", 0, "x");
    try (var read = open(engine)) {
      assertThat(reached(read, 1)).isTrue();
      await().atMost(LONG).until(() -> read.bean(SampleAutomation.class).given.contains(1L));
    }
    events().append("a", 1, "y");
    try (var read = open(engine)) {
      assertThat(reached(read, 2)).isTrue();

      assertThat(name(read, "a")).isEqualTo("xy");
      assertThat(read.bean(SampleProjection.class).given).containsExactly(2L);
      await().atMost(LONG).until(() -> !read.bean(SampleAutomation.class).given.isEmpty());
      assertThat(read.bean(SampleAutomation.class).given).containsExactly(2L);
    }
  }

  /** As after a crash between the documents and the position, which MongoDB leaves possible. */
  @ParameterizedTest
  @EnumSource
  void givenDocumentsAheadOfThePosition_whenTheBatchComesAgain_thenNothingChanges(
      ReadStoreEngine engine) {
    for (int i = 0; i < 3; i++) {
      events().append("a", i, String.valueOf(i));
    }
    try (var read = open(engine)) {
      assertThat(reached(read, 3)).isTrue();
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      read.store().write(SampleProjection.NAME, 1, ReadModelChanges.NONE);
    }
    try (var read = open(engine)) {
      assertThat(reached(read, 3)).isTrue();

      assertThat(read.bean(SampleProjection.class).given).containsExactly(2L, 3L);
      assertThat(name(read, "a")).isEqualTo("012");
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenManyWriters_whenEachWaitsForItsWrite_thenNoneReadsAnOldValue(ReadStoreEngine engine)
      throws Exception {
    int writers = 32;
    int writes = 25;
    var stale = new ConcurrentLinkedQueue<String>();
    try (var read = open(engine);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var repository = read.bean(SampleRepository.class);
      @SuppressWarnings("unchecked")
      DocumentCache<SampleDocument> cache = read.bean(DocumentCache.class);
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String id = "w" + writer;
        running.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < writes; i++) {
                    long position = events().append(id, i, "x");
                    boolean in = reached(read, position);
                    var cached = cache.get(id, key -> repository.findById(id).orElse(null));
                    var stored = repository.findById(id).orElse(null);
                    if (!in || cached == null || cached.version() != i + 1) {
                      stale.add(id + " cached " + cached + " at " + i);
                    }
                    if (stored == null || stored.version() != i + 1) {
                      stale.add(id + " stored " + stored + " at " + i);
                    }
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
      assertThat(read.bean(SampleProjection.class).given)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, writers * writes).boxed().toList());
    }
    assertThat(stale).isEmpty();
  }

  /** The figures of one and of many writers, once the code is warm. */
  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void givenWarmProcess_whenWritersWait_thenTheWaitIsShort(ReadStoreEngine engine)
      throws Exception {
    try (var read = open(engine)) {
      for (int writers : new int[] {32, 1, 8, 32}) {
        var waits = new ConcurrentLinkedQueue<Long>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
          for (int writer = 0; writer < writers; writer++) {
            String id = "w" + writers + "." + writer + "." + began;
            threads.submit(
                () -> {
                  for (int i = 0; i < 8_000 / writers; i++) {
                    long position = events().append(id, i, "x".repeat(i % 2));
                    long from = System.nanoTime();
                    assertThat(reached(read, position)).isTrue();
                    waits.add(System.nanoTime() - from);
                  }
                });
          }
        }
        assertThat(waits).hasSize(8_000);
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
            "%s, %d writers: %.0f writes/s, wait p50 %.2f ms, p99 %.2f ms%n",
            engine,
            writers,
            8_000e9 / (System.nanoTime() - began),
            sorted[4_000] / 1e6,
            sorted[7_920] / 1e6);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenPositionThatIsNotThere_whenAwaited_thenFalseAfterTheTime(ReadStoreEngine engine) {
    try (var read = open(engine)) {
      assertThat(read.bean(ReadModels.class).await(99, Duration.ofMillis(20))).isFalse();
      assertThat(read.bean(ReadModels.class).await(0, Duration.ZERO)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenProcessors_whenAsked_thenStatusAndProcessorAreThere(ReadStoreEngine engine) {
    events().append("a", 0, "x");
    try (var read = open(engine)) {
      assertThat(reached(read, 1)).isTrue();
      var processors = read.bean(EventProcessors.class);

      assertThat(processors.status())
          .extracting(EventProcessors.Status::name)
          .containsExactlyInAnyOrder(SampleProjection.NAME, "automation.sample");
      assertThat(processors.status())
          .filteredOn(EventProcessors.Status::readModel)
          .allSatisfy(status -> assertThat(status.position()).isEqualTo(1));
      assertThat(processors.processor(SampleProjection.NAME)).isPresent();
      assertThat(processors.processor("none")).isEmpty();

      processors.stop();
      assertThat(processors.isRunning()).isFalse();
      long next = events().append("a", 1, "y");
      processors.start();
      assertThat(reached(read, next)).isTrue();
    }
  }
}
