package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;

/** A model has another name. */
@StoredName("model.renamed")
public record ModelRenamed(String modelId, long tenantId, String name) implements ModelEvent {}
