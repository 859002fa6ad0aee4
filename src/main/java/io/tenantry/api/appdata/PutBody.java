package io.tenantry.api.appdata;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a key shall hold.
 *
 * @param data at most 1 MiB
 * @param autoCreate whether a missing key is created; null for no
 */
@Schema(name = "AppKeyContent")
record PutBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "At most 1 MiB of UTF-8.",
            example = "Lavazza is great")
        @Nullable String data,
    @Schema(
            description = "Whether a key that is missing is created, unless If-Match is there.",
            example = "true")
        @Nullable Boolean autoCreate) {}
