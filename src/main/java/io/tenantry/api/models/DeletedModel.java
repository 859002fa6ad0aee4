package io.tenantry.api.models;

/** Which model has been deleted. */
record DeletedModel(String id) {}
