package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;

/** What is in an event, and so knows no annotations, for the document of the interface. */
@Schema(name = "RetrieverEngine")
record DocumentedEngine(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 64,
            pattern = TextForms.NAME,
            example = "vector")
        String retrieverType,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            maxLength = 64,
            pattern = TextForms.NAME,
            example = "milvus")
        String retrieverEngineType) {}
