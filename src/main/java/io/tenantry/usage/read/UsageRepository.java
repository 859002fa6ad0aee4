package io.tenantry.usage.read;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface UsageRepository extends Repository<UsageDocument, Long> {

  List<UsageDocument> findByIdIn(Collection<Long> ids);
}
