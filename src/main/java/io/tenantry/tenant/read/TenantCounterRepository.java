package io.tenantry.tenant.read;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TenantCounterRepository extends Repository<TenantCounterDocument, String> {

  Optional<TenantCounterDocument> findById(String id);
}
