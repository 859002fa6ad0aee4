package io.tenantry.model;

/** What is this model? Answers a {@link ModelView}, or refuses with NOT_FOUND. */
public record FindModel(long tenantId, String modelId) {}
