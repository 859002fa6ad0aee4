package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;
import org.jspecify.annotations.Nullable;

/** A model has come. Configuration and schema are JSON, kept as text so that every digit stays. */
@StoredName("model.created")
public record ModelCreated(
    String modelId,
    long tenantId,
    String name,
    String description,
    String configuration,
    @Nullable String schema)
    implements ModelEvent {}
