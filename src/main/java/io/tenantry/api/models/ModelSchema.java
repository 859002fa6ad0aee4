package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.media.Schema;

/** A JSON Schema within a document that is one itself. */
@Schema(
    types = {"object", "boolean"},
    description = "A JSON Schema 2020-12 that the configuration satisfies; nothing is fetched.",
    example = "{\"type\": \"object\", \"required\": [\"threshold\"]}")
interface ModelSchema {}
