package io.tenantry.projection.events;

import io.tenantry.kernel.StoredName;

/**
 * Tenantry has begun to use an event store that has no place for an id besides its events.
 *
 * @param storeId random; read models bear the id of the store that they are made from
 */
@StoredName("store.created")
public record StoreCreated(String storeId) {}
