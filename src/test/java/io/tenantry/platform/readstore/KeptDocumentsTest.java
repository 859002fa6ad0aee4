package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.projection.KeptDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptDocumentsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void givenDocuments_whenPutAgainOrRemoved_thenTheRestStaysAndNoProcessorHasMoved(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var kept = read.bean(KeptDocuments.class);
      kept.put(SampleDocument.class, List.of(sample("a", 1), sample("b", 1), sample("c", 1)));
      kept.put(SampleDocument.class, List.of(sample("b", 2)));
      kept.remove(SampleDocument.class, List.of("c", "never there"));
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      assertThat(read.store().findAll(SampleDocument.class, List.of("a", "b", "c")))
          .extracting(SampleDocument::id, SampleDocument::version)
          .containsExactlyInAnyOrder(tuple("a", 1L), tuple("b", 2L));
      assertThat(read.store().highestPosition()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenAProjectionThatWrites_whenOthersKeepDocuments_thenBothAreThere(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var keeping =
          CompletableFuture.runAsync(
              () ->
                  IntStream.rangeClosed(1, 200)
                      .forEach(i -> read.store().put(SampleFlag.class, flags(i))));
      for (int i = 1; i <= 200; i++) {
        var changes =
            new ReadModelChanges(
                Map.of(SampleDocument.class, List.of(sample("d" + i, 1))), Map.of());
        read.store().write("read.sample", i, changes);
      }
      keeping.join();

      assertThat(read.store().position("read.sample")).hasValue(200);
      assertThat(read.store().find(SampleDocument.class, "d200")).isNotNull();
      assertThat(read.store().findAll(SampleFlag.class, List.of(1L, 200L, 201L))).hasSize(2);
    }
  }

  private static List<SampleFlag> flags(long id) {
    return List.of(new SampleFlag(id));
  }

  private static SampleDocument sample(String id, long version) {
    return SampleDocument.of(id, 1, "name", version);
  }
}
