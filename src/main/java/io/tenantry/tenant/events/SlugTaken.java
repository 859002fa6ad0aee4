package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;

/**
 * A slug belongs to a tenant, for ever: the first event of the stream {@code slug:<slug>}, so that
 * the store's own index decides between two that want it.
 */
@StoredName("tenant.slug-taken")
public record SlugTaken(String slug, long tenantId) {}
