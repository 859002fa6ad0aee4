package io.tenantry.tenant.read;

import io.tenantry.projection.JsonList;
import io.tenantry.projection.Versioned;
import io.tenantry.projection.Weighed;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.RetrieverEngine;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A tenant as it is read. Times are epoch milliseconds: each store cuts or shifts an instant in its
 * own way.
 *
 * @param searchText what a keyword is looked for in: name, slug and description, folded
 * @param retrieverEngines as JSON
 */
@Document("tenants")
@Table("tenants")
record TenantDocument(
    @Id long id,
    @Indexed(sparse = true) @Nullable String slug,
    String name,
    String description,
    String searchText,
    String business,
    String status,
    String retrieverEngines,
    long storageQuota,
    long version,
    long createdAt,
    long updatedAt)
    implements Versioned, Weighed {

  /** Between texts in the search text, so that no keyword is found across two of them. */
  private static final String SEPARATOR = "\u001f";

  private static final JsonList<RetrieverEngine> ENGINES = new JsonList<>(RetrieverEngine.class);

  static TenantDocument of(TenantView tenant) {
    return new TenantDocument(
        tenant.id(),
        tenant.slug(),
        tenant.name(),
        tenant.description(),
        searchText(tenant),
        tenant.business(),
        tenant.status().name(),
        ENGINES.write(tenant.retrieverEngines()),
        tenant.storageQuota(),
        tenant.version(),
        tenant.createdAt().toEpochMilli(),
        tenant.updatedAt().toEpochMilli());
  }

  @Override
  public int bytes() {
    return Weighed.bytesOf(name, description, searchText, retrieverEngines);
  }

  private static String searchText(TenantView tenant) {
    return Stream.of(tenant.name(), tenant.slug(), tenant.description())
        .filter(Objects::nonNull)
        .map(TenantDocument::searched)
        .collect(Collectors.joining(SEPARATOR));
  }

  /** A text or a keyword as it is compared: never with the separator in it. */
  static String searched(String text) {
    return Folding.fold(text).replace(SEPARATOR, " ");
  }

  TenantView view() {
    return new TenantView(
        id,
        slug,
        name,
        description,
        business,
        TenantStatus.valueOf(status),
        ENGINES.read(retrieverEngines),
        storageQuota,
        version,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(updatedAt));
  }
}
