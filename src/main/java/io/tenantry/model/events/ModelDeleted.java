package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;

/** A model is gone. */
@StoredName("model.deleted")
public record ModelDeleted(String modelId, long tenantId) implements ModelEvent {}
