package io.tenantry.appdata.read;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AppKeyRepository extends Repository<AppKeyDocument, String> {

  Optional<AppKeyDocument> findById(String id);
}
