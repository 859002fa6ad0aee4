package io.tenantry.model.events;

/** Anything that happened to a model. */
public sealed interface ModelEvent
    permits ModelCreated,
        ModelRenamed,
        ModelDescribed,
        ModelConfigurationChanged,
        ModelSchemaChanged,
        ModelDeleted {

  String modelId();

  long tenantId();
}
