package io.tenantry.platform.readstore;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Queries as our read models have them: by id, and a page by key. */
public interface SampleRepository extends Repository<SampleDocument, String> {

  Optional<SampleDocument> findById(String id);

  List<SampleDocument> findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
      long tenantId, String after, Limit limit);

  List<SampleDocument> findByTenantIdOrderByNameDesc(long tenantId);

  List<SampleDocument> findByStateAndHidden(SampleDocument.State state, boolean hidden);

  long countByTenantId(long tenantId);
}
