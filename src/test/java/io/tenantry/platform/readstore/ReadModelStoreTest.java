package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import io.tenantry.platform.readstore.SampleDocument.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.Limit;

class ReadModelStoreTest {

  @TempDir Path folder;

  private static void store(ReadStoreContext read, long position, Object... documents) {
    read.store()
        .write(
            "read.sample",
            position,
            new ReadModelChanges(Map.of(documents[0].getClass(), List.of(documents)), Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void givenEveryKindOfColumn_whenStored_thenItComesBackAsItWas(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      var document =
          new SampleDocument(
              "ä/€ 😀 'quoted\"",
              Long.MAX_VALUE,
              "Straße",
              "a note",
              State.INACTIVE,
              false,
              new byte[] {0, -1, 127},
              "%_",
              1_793_000_000_123L,
              3);
      store(read, 7, document);

      var found = read.bean(SampleRepository.class).findById(document.id()).orElseThrow();

      assertThat(found).usingRecursiveComparison().isEqualTo(document);
      assertThat(read.store().find(SampleDocument.class, document.id()))
          .usingRecursiveComparison()
          .isEqualTo(document);
      assertThat(read.store().position("read.sample")).isEqualTo(OptionalLong.of(7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenDocument_whenStoredAgainWithNulls_thenItIsReplaced(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(
          read,
          1,
          new SampleDocument(
              "a", 1, "old", "note", State.ACTIVE, false, new byte[] {1}, "k", 5L, 1));
      store(read, 2, SampleDocument.of("a", 1, "new", 2));

      var found = read.bean(SampleRepository.class).findById("a").orElseThrow();

      assertThat(found).usingRecursiveComparison().isEqualTo(SampleDocument.of("a", 1, "new", 2));
      assertThat(found.note()).isNull();
      assertThat(found.expiresAt()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenDocumentOfIdAlone_whenStoredTwice_thenItIsThere(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(read, 1, new SampleFlag(42));
      store(read, 2, new SampleFlag(42));

      assertThat(read.store().find(SampleFlag.class, 42L)).isEqualTo(new SampleFlag(42));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenBatchThatStoresAndRemoves_whenWritten_thenBothAndThePositionAreThere(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(read, 1, SampleDocument.of("a", 1, "a", 1), SampleDocument.of("b", 1, "b", 1));

      read.store()
          .write(
              "read.sample",
              9,
              new ReadModelChanges(
                  Map.of(SampleDocument.class, List.of(SampleDocument.of("c", 1, "c", 1))),
                  Map.of(SampleDocument.class, Set.of("a", "never there"))));

      assertThat(read.store().findAll(SampleDocument.class, List.of("a", "b", "c")))
          .extracting(SampleDocument::id)
          .containsExactlyInAnyOrder("b", "c");
      assertThat(read.store().position("read.sample")).hasValue(9);
      assertThat(read.store().highestPosition()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenDocumentsOfTwoTenants_whenWalkedByKey_thenOrderAndLimitHold(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(
          read,
          1,
          SampleDocument.of("b", 1, "2", 1),
          SampleDocument.of("a", 1, "3", 1),
          SampleDocument.of("c", 2, "4", 1),
          SampleDocument.of("d", 1, "1", 1));
      var repository = read.bean(SampleRepository.class);

      assertThat(
              repository.findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(1, "", Limit.of(2)))
          .extracting(SampleDocument::id)
          .containsExactly("a", "b");
      assertThat(
              repository.findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(1, "b", Limit.of(2)))
          .extracting(SampleDocument::id)
          .containsExactly("d");
      assertThat(repository.findByTenantIdOrderByNameDesc(1))
          .extracting(SampleDocument::name)
          .containsExactly("3", "2", "1");
      assertThat(repository.findByStateAndHidden(State.ACTIVE, true)).hasSize(4);
      assertThat(repository.findByStateAndHidden(State.ACTIVE, false)).isEmpty();
      assertThat(repository.countByTenantId(1)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenStoreThatWasClosed_whenOpenedAgain_thenAllIsThere(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(read, 5, SampleDocument.of("a", 1, "a", 1));
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      assertThat(read.bean(SampleRepository.class).findById("a")).isPresent();
      assertThat(read.store().position("read.sample")).hasValue(5);
      assertThat(read.store().position("read.other")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenReadModel_whenRestarted_thenItsDocumentsAndPositionAreGoneAndItsVersionIsKnown(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      store(read, 5, SampleDocument.of("a", 1, "a", 1), SampleDocument.of("b", 1, "b", 1));
      read.store().put(SampleFlag.class, List.of(new SampleFlag(42)));
      assertThat(read.store().version("read.sample")).isEqualTo(1);

      read.store().restart("read.sample", 2, Set.of(SampleDocument.class));
    }
    try (var read = ReadStoreContext.open(engine, folder)) {
      assertThat(read.store().version("read.sample")).isEqualTo(2);
      assertThat(read.store().version("read.other")).isEqualTo(1);
      assertThat(read.store().position("read.sample")).isEmpty();
      assertThat(read.store().findAll(SampleDocument.class, List.of("a", "b"))).isEmpty();
      assertThat(read.store().find(SampleFlag.class, 42L)).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenStoreOfOtherEvents_whenVerified_thenTheStartIsRefused(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      ReadStoreIdentity.verify(read.store(), log("one", 0));
      ReadStoreIdentity.verify(read.store(), log("one", 3));

      assertThatThrownBy(() -> ReadStoreIdentity.verify(read.store(), log("two", 3)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("another event store")
          .hasMessageContaining(read.store().howToReset());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenStoreAheadOfItsEvents_whenVerified_thenTheStartIsRefused(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      ReadStoreIdentity.verify(read.store(), log("one", 0));
      store(read, 5, SampleDocument.of("a", 1, "a", 1));
      ReadStoreIdentity.verify(read.store(), log("one", 5));

      assertThatThrownBy(() -> ReadStoreIdentity.verify(read.store(), log("one", 4)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("ahead of their events");
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenEventsThatWereLost_whenVerified_thenToldToRestoreThem(ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder)) {
      ReadStoreIdentity.verify(read.store(), log("one", 0));
      store(read, 5, SampleDocument.of("a", 1, "a", 1));

      assertThatThrownBy(() -> ReadStoreIdentity.verify(read.store(), log("new", 0)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("another event store")
          .hasMessageContaining("restore them from a backup");
    }
  }

  static EventLog log(String id, long head) {
    return new EventLog() {
      @Override
      public String storeId() {
        return id;
      }

      @Override
      public TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
      }

      @Override
      public long head() {
        return head;
      }
    };
  }
}
