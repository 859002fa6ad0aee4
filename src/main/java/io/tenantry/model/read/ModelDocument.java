package io.tenantry.model.read;

import io.tenantry.model.ModelView;
import io.tenantry.projection.Versioned;
import io.tenantry.projection.Weighed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** A model as it is read. Times are epoch milliseconds. */
@Document("models")
@CompoundIndex(name = "tenant_models", def = "{'tenantId': 1, '_id': 1}")
@Table("models")
record ModelDocument(
    @Id String id,
    long tenantId,
    String name,
    String description,
    String configuration,
    @Nullable String jsonSchema,
    long version,
    long createdAt,
    long updatedAt)
    implements Versioned, Weighed {

  static ModelDocument of(ModelView model) {
    return new ModelDocument(
        model.id(),
        model.tenantId(),
        model.name(),
        model.description(),
        model.configuration(),
        model.schema(),
        model.version(),
        model.createdAt().toEpochMilli(),
        model.updatedAt().toEpochMilli());
  }

  @Override
  public int bytes() {
    return Weighed.bytesOf(name, description, configuration, jsonSchema);
  }

  ModelView view() {
    return new ModelView(
        id,
        tenantId,
        name,
        description,
        configuration,
        jsonSchema,
        version,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(updatedAt));
  }
}
