package io.tenantry.tenant.read;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface TenantRepository extends Repository<TenantDocument, Long> {

  Optional<TenantDocument> findById(long id);

  Optional<TenantDocument> findBySlug(String slug);

  List<TenantDocument> findByIdInOrderByIdAsc(Collection<Long> ids);

  List<TenantDocument> findByIdGreaterThanOrderByIdAsc(long id, Limit limit);
}
