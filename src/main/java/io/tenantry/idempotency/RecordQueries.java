package io.tenantry.idempotency;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class RecordQueries {

  private final Records records;

  RecordQueries(Records records) {
    this.records = records;
  }

  @QueryHandler
  FindRecord.Result handle(FindRecord query) {
    var found = records.find(query.keyHash());
    if (found == null) {
      throw Refusal.of(
          RefusalCode.NOT_FOUND, "nothing has been done under that idempotency key by this caller");
    }
    var recorded = found.recorded();
    return new FindRecord.Result(
        found.at(), recorded.method(), recorded.path(), recorded.status(), recorded.outcome());
  }
}
