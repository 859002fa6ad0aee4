package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of tenants.
 *
 * @param total of all pages
 */
record TenantPage(
    List<TenantData> items,
    @Schema(minimum = "0", example = "1") long total,
    @Schema(minimum = "1", example = "1") int page,
    @Schema(minimum = "0", example = "100") int pageSize) {}
