package io.tenantry.model.events;

import io.tenantry.kernel.StoredName;

/** A model is configured otherwise; the text is the whole configuration. */
@StoredName("model.configuration-changed")
public record ModelConfigurationChanged(String modelId, long tenantId, String configuration)
    implements ModelEvent {}
