package io.tenantry.tenant.read;

import java.util.List;
import org.springframework.data.repository.Repository;

interface TenantBlockRepository extends Repository<TenantBlockDocument, Long> {

  List<TenantBlockDocument> findAllByOrderByIdAsc();
}
