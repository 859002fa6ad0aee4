package io.tenantry.tenant.read;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Not called TenantRepository: a bean of that name would be taken for the aggregate's. */
interface TenantDocumentRepository extends Repository<TenantDocument, Long> {

  Optional<TenantDocument> findById(long id);

  Optional<TenantDocument> findBySlug(String slug);

  List<TenantDocument> findByIdInOrderByIdAsc(Collection<Long> ids);

  List<TenantDocument> findByIdGreaterThanOrderByIdAsc(long id, Limit limit);
}
