package io.tenantry.api.keys;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to a revocation. */
record RevokedApiKey(@Schema(example = "102030405060") long id) {}
