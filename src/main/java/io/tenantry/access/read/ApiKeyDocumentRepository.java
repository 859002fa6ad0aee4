package io.tenantry.access.read;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Not called ApiKeyRepository: a bean of that name would be taken for the aggregate's. */
interface ApiKeyDocumentRepository extends Repository<ApiKeyDocument, Long> {

  Optional<ApiKeyDocument> findById(long id);

  List<ApiKeyDocument> findByIdIn(Collection<Long> ids);

  long countByIdIn(Collection<Long> ids);

  List<ApiKeyDocument> findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
      long tenantId, long id, Limit limit);

  List<ApiKeyDocument> findByTenantIdInAndFirst(Collection<Long> tenantIds, boolean first);
}
