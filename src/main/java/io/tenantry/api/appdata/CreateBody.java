package io.tenantry.api.appdata;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.api.support.TextForms;
import org.jspecify.annotations.Nullable;

/**
 * A key that is to come.
 *
 * @param key 1 to 255 characters without slash, backslash and control characters
 * @param data at most 1 MiB
 */
@Schema(name = "NewAppKey")
record CreateBody(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            pattern = TextForms.PATH_NAME,
            example = "coffee")
        @Nullable String key,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "At most 1 MiB of UTF-8.",
            example = "Lavazza is great")
        @Nullable String data) {}
