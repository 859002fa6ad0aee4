package io.tenantry.tenant.read;

import io.tenantry.projection.JsonList;
import io.tenantry.projection.Versioned;
import io.tenantry.projection.Weighed;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.RetrieverEngine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A tenant as it is read. Times are epoch milliseconds: each store cuts or shifts an instant in its
 * own way.
 *
 * @param nameFolded for searching, as {@link Folding} makes it; likewise the description
 * @param retrieverEngines as JSON
 */
@Document("tenants")
@Table("tenants")
record TenantDocument(
    @Id long id,
    @Indexed(sparse = true) @Nullable String slug,
    String name,
    String nameFolded,
    String description,
    String descriptionFolded,
    String business,
    String status,
    String retrieverEngines,
    long storageQuota,
    long version,
    long createdAt,
    long updatedAt)
    implements Versioned, Weighed {

  private static final JsonList<RetrieverEngine> ENGINES = new JsonList<>(RetrieverEngine.class);

  static TenantDocument of(TenantView tenant) {
    return new TenantDocument(
        tenant.id(),
        tenant.slug(),
        tenant.name(),
        Folding.fold(tenant.name()),
        tenant.description(),
        Folding.fold(tenant.description()),
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
    return Weighed.bytesOf(name, nameFolded, description, descriptionFolded, retrieverEngines);
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
