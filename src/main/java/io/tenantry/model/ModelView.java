package io.tenantry.model;

import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelDescribed;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.model.events.ModelRenamed;
import io.tenantry.model.events.ModelSchemaChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model at one version.
 *
 * @param configuration a JSON object, as text
 * @param schema a JSON Schema, as text; null when there is none
 * @param version the number of its events
 */
public record ModelView(
    String id,
    long tenantId,
    String name,
    String description,
    String configuration,
    @Nullable String schema,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public static ModelView of(ModelCreated e, Instant at) {
    return new ModelView(
        e.modelId(),
        e.tenantId(),
        e.name(),
        e.description(),
        e.configuration(),
        e.schema(),
        1,
        at,
        at);
  }

  /** The model once the next event has happened to it. */
  public ModelView after(ModelEvent event, Instant at) {
    return switch (event) {
      case ModelCreated e -> throw new IllegalStateException("created twice: " + id);
      case ModelRenamed e -> next(e.name(), description, configuration, schema, at);
      case ModelDescribed e -> next(name, e.description(), configuration, schema, at);
      case ModelConfigurationChanged e -> next(name, description, e.configuration(), schema, at);
      case ModelSchemaChanged e -> next(name, description, configuration, e.schema(), at);
      case ModelDeleted e -> next(name, description, configuration, schema, at);
    };
  }

  private ModelView next(
      String name, String description, String configuration, @Nullable String schema, Instant at) {
    return new ModelView(
        id, tenantId, name, description, configuration, schema, version + 1, createdAt, at);
  }
}
