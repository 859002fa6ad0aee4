package io.tenantry.model.read;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Not called ModelRepository: a bean of that name would be taken for the aggregate's. */
interface ModelDocumentRepository extends Repository<ModelDocument, String> {

  Optional<ModelDocument> findById(String id);

  /** To be closed. Rows are read as they are asked for. */
  Stream<ModelDocument> findByTenantIdAndIdGreaterThanOrderByTenantIdAscIdAsc(
      long tenantId, String id, Limit limit);
}
