package io.tenantry.tenant.write;

import io.tenantry.kernel.Names;
import io.tenantry.kernel.Violations;
import io.tenantry.tenant.Slugs;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.events.RetrieverEngine;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant's fields may hold; names are those that clients use. */
final class TenantRules {

  static final long DEFAULT_QUOTA = 10_737_418_240L;

  private static final int NAME = 128;
  private static final int DESCRIPTION = 512;
  private static final int BUSINESS = 128;
  private static final int ENGINES = 32;
  private static final int ENGINE_WORD = 64;

  private TenantRules() {}

  static void texts(Violations v, @Nullable String description, @Nullable String business) {
    v.text("description", description, DESCRIPTION).text("business", business, BUSINESS);
  }

  static void name(Violations v, @Nullable String name) {
    v.name("name", name, NAME);
  }

  static void slug(Violations v, @Nullable String slug) {
    if (slug != null && !Slugs.isSlug(slug)) {
      v.add(
          "slug",
          "must begin with a letter, have at most 63 of a-z, 0-9 and -,"
              + " and not be all, search or kv");
    }
  }

  static void status(Violations v, @Nullable String status) {
    if (status != null && !status.isEmpty() && TenantStatus.of(status) == null) {
      v.add("status", "must be active or inactive");
    }
  }

  static void quota(Violations v, @Nullable Long quota) {
    if (quota != null && quota < 0) {
      v.add("storage_quota", "must not be negative");
    }
  }

  static void engines(Violations v, @Nullable List<RetrieverEngine> engines) {
    if (engines == null) {
      return;
    }
    if (engines.size() > ENGINES) {
      v.add("retriever_engines.engines", "must not have more than " + ENGINES + " entries");
      return;
    }
    var seen = new HashSet<RetrieverEngine>();
    for (int i = 0; i < engines.size(); i++) {
      var engine = engines.get(i);
      var field = "retriever_engines.engines[" + i + "]";
      if (engine == null) {
        v.add(field, "must not be null");
        continue;
      }
      v.name(field + ".retriever_type", engine.retrieverType(), ENGINE_WORD);
      v.name(field + ".retriever_engine_type", engine.retrieverEngineType(), ENGINE_WORD);
      if (!seen.add(stored(engine))) {
        v.add(field, "must not be there twice");
      }
    }
  }

  /** As names are stored: without the white space around them. */
  static @Nullable List<RetrieverEngine> stored(@Nullable List<RetrieverEngine> engines) {
    return engines == null ? null : engines.stream().map(TenantRules::stored).toList();
  }

  private static RetrieverEngine stored(RetrieverEngine engine) {
    return new RetrieverEngine(
        // what is not there is told by its own rule
        Names.trimmed(engine.retrieverType()), Names.trimmed(engine.retrieverEngineType()));
  }
}
