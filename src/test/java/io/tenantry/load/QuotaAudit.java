package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goes through the stored events in their order and asks at each that adds something whether its
 * tenant might store so much just then. Nothing of the service counts here.
 */
final class QuotaAudit {

  private static final List<String> TEXTS =
      List.of("name", "description", "configuration", "schema", "key", "data");

  private final Map<String, ObjectNode> things = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<Long, Long> used = new HashMap<>();
  private final Map<Long, Long> quotas = new HashMap<>();
  private long leases;
  private long grown;

  static QuotaAudit of(Path folder) throws Exception {
    var audit = new QuotaAudit();
    StoredEvents.of(folder).forEach(audit::add);
    return audit;
  }

  private void add(StoredRow row) {
    long tenant = row.payload().path("tenantId").asLong();
    switch (row.type()) {
      case "tenant.registered", "tenant.storage-quota-changed" ->
          quotas.put(tenant, row.payload().path("storageQuota").asLong());
      case "storage.leased" -> leases++;
      default -> {
        if (row.stream().startsWith("model:") || row.stream().startsWith("appkey:")) {
          stored(row, tenant);
        }
      }
    }
  }

  private void stored(StoredRow row, long tenant) {
    if (row.type().endsWith(".deleted")) {
      things.remove(row.stream());
    } else {
      things.computeIfAbsent(row.stream(), s -> row.payload()).setAll(row.payload());
    }
    var thing = things.get(row.stream());
    long size = thing == null ? 0 : size(thing);
    long delta = size - sizes.getOrDefault(row.stream(), 0L);
    sizes.put(row.stream(), size);
    long total = used.merge(tenant, delta, Long::sum);
    if (delta > 0) {
      grown++;
      assertThat(total).as("%s", row).isLessThanOrEqualTo(quotas.getOrDefault(tenant, 0L));
    }
  }

  private static long size(ObjectNode thing) {
    return TEXTS.stream()
        .flatMap(text -> Stream.ofNullable(thing.get(text)))
        .filter(value -> !value.isNull())
        .mapToLong(value -> value.asString().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  long used(long tenant) {
    return used.getOrDefault(tenant, 0L);
  }

  long leases() {
    return leases;
  }

  /** How many events added something. */
  long grown() {
    return grown;
  }
}
