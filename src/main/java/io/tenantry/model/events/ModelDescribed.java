package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;

/** A model has another description. */
@StoredName("model.described")
public record ModelDescribed(String modelId, long tenantId, String description)
    implements ModelEvent {}
