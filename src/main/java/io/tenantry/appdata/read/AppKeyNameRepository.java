package io.tenantry.appdata.read;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AppKeyNameRepository extends Repository<AppKeyNameDocument, String> {

  List<AppKeyNameDocument>
      findByTenantIdAndApplicationIdAndKeyNameGreaterThanOrderByTenantIdAscApplicationIdAscKeyNameAsc(
          long tenantId, String applicationId, String keyName, Limit limit);
}
