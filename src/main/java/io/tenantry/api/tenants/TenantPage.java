package io.tenantry.api.tenants;

import java.util.List;

/**
 * One page of tenants.
 *
 * @param total of all pages
 */
record TenantPage(List<TenantData> items, long total, int page, int pageSize) {}
