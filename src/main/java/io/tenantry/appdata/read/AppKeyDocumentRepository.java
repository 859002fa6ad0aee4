package io.tenantry.appdata.read;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Not called AppKeyRepository: a bean of that name would be taken for the aggregate's. */
interface AppKeyDocumentRepository extends Repository<AppKeyDocument, String> {

  Optional<AppKeyDocument> findById(String id);
}
