package io.tenantry.api.appdata;

/** The document's empty answer. */
record Nothing() {}
