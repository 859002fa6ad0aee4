package io.tenantry.load;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the stored events say of keys. */
final class Records {

  private static final String RECORDED = "idempotency.recorded";

  private Records() {}

  /**
   * Each of the writes has happened once, and nothing else has but of the service's own accord: one
   * record a key, right behind the events of its command, which bear the hash of the key.
   */
  static void verify(Path folder, Ledger ledger) throws Exception {
    var writes = ledger.writes();
    var rows = StoredEvents.of(folder);
    var asked = rows.stream().filter(row -> !row.bySystem()).toList();
    assertThat(counted(asked.stream().map(StoredRow::type))).isEqualTo(expected(writes));

    Map<String, StoredRow> records = new HashMap<>();
    rows.stream()
        .filter(row -> row.type().equals(RECORDED))
        .forEach(row -> assertThat(records.put(row.stream(), row)).as("%s", row).isNull());
    assertThat(records.keySet())
        .containsExactlyInAnyOrderElementsOf(writes.stream().map(KeyedWrite::stream).toList());

    var byHash =
        rows.stream()
            .filter(row -> !row.type().equals(RECORDED))
            .collect(groupingBy(StoredRow::keyHash));
    for (var write : writes) {
      var record = requireNonNull(records.get(write.stream()));
      assertThat(write.kind().showsSecret() && !record.payload().path("shown").has("secret"))
          .as("its secret lies nowhere: " + write)
          .isEqualTo(ledger.unrepeatable.contains(write));
      int count = write.kind().events.size();
      int end = (int) record.position() - 1;
      var own = rows.subList(end - count, end);
      assertThat(own.stream().map(StoredRow::type))
          .as("%s", write)
          .containsExactlyInAnyOrderElementsOf(write.kind().events);
      if (count > 0) {
        assertThat(own.getFirst().keyHash()).isNotEmpty();
        assertThat(byHash.get(own.getFirst().keyHash())).as("%s", write).isEqualTo(own);
      }
    }
  }

  private static Map<String, Long> expected(Collection<KeyedWrite> writes) {
    return counted(
        writes.stream()
            .flatMap(write -> Stream.concat(write.kind().events.stream(), Stream.of(RECORDED))));
  }

  private static Map<String, Long> counted(Stream<String> types) {
    return types.collect(groupingBy(Function.identity(), counting()));
  }
}
