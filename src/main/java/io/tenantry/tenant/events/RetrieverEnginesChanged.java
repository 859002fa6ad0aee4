package io.tenantry.tenant.events;

import io.tenantry.kernel.StoredName;
import java.util.List;

/** A tenant retrieves by other engines; the list is the whole of them. */
@StoredName("tenant.retriever-engines-changed")
public record RetrieverEnginesChanged(long tenantId, List<RetrieverEngine> retrieverEngines)
    implements TenantEvent {}
