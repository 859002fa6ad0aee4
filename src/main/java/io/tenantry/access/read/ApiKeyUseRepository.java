package io.tenantry.access.read;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ApiKeyUseRepository extends Repository<ApiKeyUseDocument, Long> {

  List<ApiKeyUseDocument> findByIdIn(Collection<Long> ids);
}
