package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored events folded by nothing of the service: what the read models must be. An event's
 * members are named like those of the event that created the thing, so folding is replacing
 * members.
 */
final class Fold {

  private final Map<String, ObjectNode> living = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Set<String> identifiers = new HashSet<>();
  private long head;
  private long highestTenant;

  static Fold of(Path folder) throws Exception {
    var fold = new Fold();
    StoredEvents.of(folder).forEach(fold::add);
    return fold;
  }

  private void add(StoredRow row) {
    assertThat(row.position()).as("positions have no gap").isEqualTo(++head);
    assertThat(identifiers.add(row.identifier())).as("twice: " + row).isTrue();
    assertThat(row.sequence()).as("%s", row).isEqualTo(versions.getOrDefault(row.stream(), 0L));
    versions.merge(row.stream(), 1L, Long::sum);
    var known = living.get(row.stream());
    switch (row.type()) {
      case "tenant.slug-taken", "idempotency.recorded" -> assertThat(row.sequence()).isZero();
      case "storage.leased", "storage.lease-ended", "store.created" -> {}
      case "tenant.registered", "model.created", "appkey.created", "apikey.created" -> {
        assertThat(known).as("created twice: " + row).isNull();
        living.put(row.stream(), stamped(row.payload().put("createdAt", row.at()), row));
        highestTenant = Math.max(highestTenant, row.payload().path("tenantId").asLong());
      }
      case "tenant.deleted", "model.deleted", "appkey.deleted", "apikey.revoked" -> {
        assertThat(known).as("deleted twice: " + row).isNotNull();
        living.remove(row.stream());
      }
      default -> {
        assertThat(known).as("changed, but not there: " + row).isNotNull();
        if (known != null) {
          known.setAll(row.payload());
          stamped(known, row);
        }
      }
    }
  }

  private static ObjectNode stamped(ObjectNode node, StoredRow row) {
    return node.put("updatedAt", row.at()).put("version", row.sequence() + 1);
  }

  long head() {
    return head;
  }

  /** Models, app keys and API keys whose tenant is no more. */
  Set<String> orphans() {
    return living.entrySet().stream()
        .filter(each -> !each.getKey().startsWith("tenant:"))
        .filter(each -> !living.containsKey("tenant:" + text(each.getValue(), "tenantId")))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The streams of that kind that have ever begun, such as {@code tenant:}. */
  Set<String> streams(String prefix) {
    return versions.keySet().stream()
        .filter(stream -> stream.startsWith(prefix))
        .collect(Collectors.toSet());
  }

  Tables tables() {
    var tables =
        new Tables(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(Map.of("tenants", row("tenants", highestTenant))));
    var keyCounts = new HashMap<List<String>, Long>();
    var bytes = new HashMap<String, Long>();
    each("tenant:", (id, node) -> tables.tenants().put(id, tenant(id, node)));
    each(
        "model:",
        (id, node) -> {
          tables.models().put(id, model(id, node));
          bytes.merge(text(node, "tenantId"), used(node, MODEL_TEXTS), Long::sum);
        });
    each("apikey:", (id, node) -> tables.apiKeys().put(id, apiKey(id, node)));
    each(
        "appkey:",
        (id, node) -> {
          String stream = "appkey:" + id;
          var name = fields(stream, node, "tenantId", "applicationId", "key");
          tables.names().put(stream, name);
          tables.appKeys().put(stream, name + fields(node, "data", "version"));
          keyCounts.merge(
              List.of(text(node, "tenantId"), text(node, "applicationId")), 1L, Long::sum);
          bytes.merge(text(node, "tenantId"), used(node, KEY_TEXTS), Long::sum);
        });
    keyCounts.forEach(
        (of, count) -> {
          String id = of.getFirst() + ":" + of.getLast();
          tables.applications().put(id, row(id, of.getFirst(), of.getLast(), count));
        });
    bytes.forEach((id, sum) -> tables.usage().put(id, row(id, sum)));
    return tables;
  }

  private static final String[] MODEL_TEXTS = {"name", "description", "configuration", "schema"};
  private static final String[] KEY_TEXTS = {"key", "data"};

  private void each(String prefix, BiConsumer<String, ObjectNode> job) {
    living.forEach(
        (stream, node) -> {
          if (stream.startsWith(prefix)) {
            job.accept(stream.substring(prefix.length()), node);
          }
        });
  }

  private static String tenant(String id, ObjectNode node) {
    return fields(id, node, "slug", "name", "description", "business")
        + row("ACTIVE", node.path("retrieverEngines"))
        + fields(node, "storageQuota", "version", "createdAt", "updatedAt");
  }

  private static String model(String id, ObjectNode node) {
    return fields(
        id,
        node,
        "tenantId",
        "name",
        "description",
        "configuration",
        "schema",
        "version",
        "createdAt",
        "updatedAt");
  }

  private static String apiKey(String id, ObjectNode node) {
    return fields(id, node, "tenantId", "name", "role", "secretHash", "secretStart", "secretEnd")
        + fields(node, "expiresAt", "first", "version", "createdAt", "updatedAt");
  }

  private static long used(ObjectNode node, String... names) {
    return Stream.of(names)
        .filter(node::hasNonNull)
        .mapToLong(name -> text(node, name).getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static String fields(String id, ObjectNode node, String... names) {
    return row(id) + fields(node, names);
  }

  private static String fields(ObjectNode node, String... names) {
    return Stream.of(names).map(name -> row(text(node, name))).collect(Collectors.joining());
  }

  private static String text(ObjectNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asString() : "null";
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(cell -> cell + "|").collect(Collectors.joining());
  }
}
