package io.tenantry.tenant.events;

/**
 * One way in which a tenant retrieves.
 *
 * @param retrieverType how, such as {@code keywords} or {@code vector}
 * @param retrieverEngineType by what, such as {@code elasticsearch} or {@code milvus}
 */
public record RetrieverEngine(String retrieverType, String retrieverEngineType) {}
