package io.tenantry.tenant.read;

import io.tenantry.engines.Postgres;
import io.tenantry.platform.readstore.ReadModelStore;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.projection.DocumentCache;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.events.TenantEvent;
import io.tenantry.tenant.events.TenantRegistered;
import io.tenantry.tenant.events.TenantRenamed;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By hand: {@code ./mvnw test -Dtest=TenantListsBenchmark -Dbenchmark.tenants=20000}. Prints what
 * pages and searches take now and by the SQL of before; see benchmarks/README.md.
 */
class TenantListsBenchmark {

  private static final int TENANTS = Integer.getInteger("benchmark.tenants", 20_000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 100);
  private static final int BATCH = 100;
  private static final int PAGE = 100;
  private static final List<String> WORDS =
      List.of("billing", "customer", "region", "europe", "legacy", "research", "engine", "archive");

  @TempDir Path folder;

  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource
  void measure(ReadStoreEngine engine) throws SQLException {
    try (var read =
        ReadStoreContext.open(engine, folder.resolve("warm"), TenantQueriesTest.Parts.class)) {
      var tenants = fill(read, engine + " to warm up", TENANTS / 10);
      compare(read, tenants, false, new ListTenants("tenant", null, null, 1, PAGE));
    }
    try (var read =
        ReadStoreContext.open(engine, folder.resolve("plain"), TenantQueriesTest.Parts.class)) {
      if (engine != ReadStoreEngine.MONGODB) {
        withoutIndex(engine, folder.resolve("plain"));
        fill(read, engine + " without the index", TENANTS);
      }
    }
    try (var read =
        ReadStoreContext.open(engine, folder.resolve("now"), TenantQueriesTest.Parts.class)) {
      var tenants = fill(read, engine + " as it is", TENANTS);
      boolean before = engine != ReadStoreEngine.MONGODB;
      if (before) {
        asBefore(engine, folder.resolve("now"));
        System.out.println("  bytes: " + bytes(engine, sql(read)));
      }
      for (int page : new int[] {1, TENANTS / PAGE / 2, TENANTS / PAGE}) {
        compare(read, tenants, before, new ListTenants(null, null, null, page, PAGE));
      }
      for (var keyword : List.of("tenant 1234", "zzzz", "q9")) {
        compare(read, tenants, before, new ListTenants(keyword, null, null, 1, PAGE));
      }
      compare(read, tenants, before, new ListTenants("tenant", null, null, TENANTS / PAGE, PAGE));
    }
  }

  private static void withoutIndex(ReadStoreEngine engine, Path folder) throws SQLException {
    if (engine == ReadStoreEngine.POSTGRES) {
      execute(engine, folder, "DROP INDEX tenants_search");
    } else {
      for (var trigger : List.of("insert", "delete", "update")) {
        execute(engine, folder, "DROP TRIGGER tenants_search_" + trigger);
      }
    }
  }

  /** The table as it was. */
  private static void asBefore(ReadStoreEngine engine, Path folder) throws SQLException {
    execute(
        engine,
        folder,
        "CREATE TABLE tenants_before AS SELECT id, slug, name, lower(name) AS name_folded,"
            + " description, lower(description) AS description_folded, business, status,"
            + " retriever_engines, storage_quota, version, created_at, updated_at"
            + " FROM tenants ORDER BY id");
    execute(engine, folder, "CREATE UNIQUE INDEX tenants_before_id ON tenants_before (id)");
    execute(engine, folder, "ANALYZE");
  }

  private static String bytes(ReadStoreEngine engine, JdbcClient sql) {
    var sizes =
        engine == ReadStoreEngine.POSTGRES
            ? "SELECT relname AS name, pg_relation_size(oid) AS bytes FROM pg_class"
                + " WHERE relname IN ('tenants', 'tenants_search', 'tenant_blocks')"
            : "SELECT name, SUM(pgsize) AS bytes FROM dbstat WHERE name LIKE 'tenant%' GROUP BY 1";
    return sql.sql(sizes).query().listOfRows().toString();
  }

  private static void execute(ReadStoreEngine engine, Path folder, String sql) throws SQLException {
    try (var connection =
            engine == ReadStoreEngine.POSTGRES
                ? Postgres.connect(folder, "tenantry_read")
                : DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("read.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static JdbcClient sql(ReadStoreContext read) {
    return read.bean(JdbcClient.class);
  }

  private StoredTenants fill(ReadStoreContext read, String what, int count) {
    var tenants = new StoredTenants(read.bean(ReadModelStore.class));
    long wall = System.nanoTime();
    long cpu = cpu();
    for (int from = 0; from < count; from += BATCH) {
      var batch = new ArrayList<TenantEvent>();
      for (int i = from; i < from + BATCH; i++) {
        batch.add(
            new TenantRegistered(
                StoredTenants.FIRST + i, "tenant-" + i, "Tenant " + i, words(), "", List.of(), 1));
      }
      tenants.happen(batch.toArray(TenantEvent[]::new));
    }
    System.out.printf(
        "%s: %d tenants, %.0f/s, CPU of this thread %.3f ms each%n",
        what, count, count * 1e9 / (System.nanoTime() - wall), (cpu() - cpu) / 1e6 / count);
    return tenants;
  }

  private String words() {
    var words = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return words.append(Integer.toString(random.nextInt(1 << 30), 36)).toString();
  }

  private static void compare(
      ReadStoreContext read, StoredTenants tenants, boolean before, ListTenants query) {
    var documents = read.bean(TenantDocumentRepository.class);
    var line = new StringBuilder("  %-12s page %-5d".formatted(query.keyword(), query.page()));
    if (before) {
      line.append(" before ")
          .append(
              time(
                  () -> {
                    long total = beforeCount(sql(read), query);
                    var ids = beforePage(sql(read), query);
                    if (!ids.isEmpty()) {
                      documents.findByIdInOrderByIdAsc(ids);
                    }
                    return total;
                  }));
    }
    line.append(" first ").append(time(() -> queries(read).handle(query).total()));
    var known = queries(read);
    if (query.keyword() != null) {
      line.append(" after a change ")
          .append(
              time(
                  () -> tenants.happen(new TenantRenamed(StoredTenants.FIRST, "Tenant 0")),
                  () -> known.handle(query).total()));
    }
    line.append(" again ").append(time(() -> known.handle(query).total()));
    System.out.println(line);
  }

  private static final String BEFORE =
      " FROM tenants_before WHERE (name_folded LIKE :part OR slug LIKE :part OR"
          + " description_folded LIKE :part)";

  private static long beforeCount(JdbcClient sql, ListTenants query) {
    return beforeSql(sql, "SELECT COUNT(*)", query, "").query(Long.class).single();
  }

  private static List<Long> beforePage(JdbcClient sql, ListTenants query) {
    long skipped = (query.page() - 1L) * query.pageSize();
    var end = " ORDER BY id LIMIT " + query.pageSize() + " OFFSET " + skipped;
    return beforeSql(sql, "SELECT id", query, end).query((row, index) -> row.getLong(1)).list();
  }

  private static JdbcClient.StatementSpec beforeSql(
      JdbcClient sql, String what, ListTenants query, String end) {
    return query.keyword() == null
        ? sql.sql(what + " FROM tenants_before" + end)
        : sql.sql(what + BEFORE + end).param("part", "%" + query.keyword() + "%");
  }

  @SuppressWarnings("unchecked")
  private static TenantQueries queries(ReadStoreContext read) {
    return new TenantQueries(
        read.bean(TenantDocumentRepository.class),
        read.bean(DocumentCache.class),
        read.bean(TenantCounterRepository.class),
        read.bean(TenantBlockRepository.class),
        new TenantMatches(read.bean(TenantSearch.class)));
  }

  private static String time(LongSupplier work) {
    return time(() -> {}, work);
  }

  /** The medians of wall clock and CPU of this thread, in ms, and the last result. */
  private static String time(Runnable prepare, LongSupplier work) {
    var walls = new ArrayList<Long>();
    var cpus = new ArrayList<Long>();
    long result = 0;
    for (int i = 0; i < ROUNDS; i++) {
      prepare.run();
      long wall = System.nanoTime();
      long cpu = cpu();
      result = work.getAsLong();
      cpus.add(cpu() - cpu);
      walls.add(System.nanoTime() - wall);
    }
    Collections.sort(walls);
    return "%.2f (best %.2f, CPU %.2f) =%d;"
        .formatted(
            walls.get(ROUNDS / 2) / 1e6,
            walls.getFirst() / 1e6,
            cpus.stream().sorted().toList().get(ROUNDS / 2) / 1e6,
            result);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
