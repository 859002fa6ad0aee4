package io.tenantry.model.read;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Not called ModelRepository: a bean of that name would be taken for the aggregate's. */
interface ModelDocumentRepository extends Repository<ModelDocument, String> {

  Optional<ModelDocument> findById(String id);

  List<ModelDocument> findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
      long tenantId, String id, Limit limit);
}
