package io.tenantry.appdata.read;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<ApplicationDocument, String> {

  List<ApplicationDocument>
      findByTenantIdAndApplicationIdGreaterThanOrderByTenantIdAscApplicationIdAsc(
          long tenantId, String applicationId, Limit limit);
}
