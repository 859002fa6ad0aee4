package io.tenantry.model.write;

import org.jspecify.annotations.Nullable;

/** The part of a model that a client decides, in its stored form. */
record ModelDraft(String name, String description, String configuration, @Nullable String schema) {}
