package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;
import org.jspecify.annotations.Nullable;

/** A model's configuration must satisfy another schema, or none. */
@StoredName("model.schema-changed")
public record ModelSchemaChanged(String modelId, long tenantId, @Nullable String schema)
    implements ModelEvent {}
