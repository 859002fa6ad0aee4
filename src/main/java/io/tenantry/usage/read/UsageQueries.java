package io.tenantry.usage.read;

import io.tenantry.usage.StorageUsed;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class UsageQueries {

  private final UsageRepository usages;

  UsageQueries(UsageRepository usages) {
    this.usages = usages;
  }

  @QueryHandler
  StorageUsed.Result handle(StorageUsed query) {
    return new StorageUsed.Result(
        usages.findByIdIn(query.tenantIds()).stream()
            .collect(Collectors.toMap(UsageDocument::id, UsageDocument::bytes)));
  }
}
