package io.tenantry.api.idempotency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.IdempotencyKey;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Refuses;
import io.tenantry.api.support.Serves;
import io.tenantry.idempotency.Attempt;
import io.tenantry.idempotency.FindRecord;
import io.tenantry.kernel.RefusalCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For who has lost an answer, and wants to know rather than to ask again. */
@RestController
@Tag(name = "Idempotency", description = "What has happened under an idempotency key.")
@RequestMapping(path = "/api/v1/idempotency-record", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordApi {

  private final Queries queries;

  RecordApi(Queries queries) {
    this.queries = queries;
  }

  @GetMapping
  @IdempotencyKeyRequired
  @Operation(
      operationId = "getIdempotencyRecord",
      summary = "What an idempotency key has done",
      description =
          "For who has lost an answer. 404 if it has never done anything for this caller.")
  @Refuses(RefusalCode.NOT_FOUND)
  @Serves(FindRecord.class)
  Envelope<RecordData> get(IdempotencyKey key, Caller caller) {
    var own = caller.ownTenant();
    var hash = Attempt.keyHash(caller.principal().scope(), key.value());
    var found =
        queries.ask(
            new FindRecord(hash, own == null ? null : own.id()), FindRecord.Result.class, caller);
    return Envelope.of(
        new RecordData(
            found.firstSeen(),
            found.method(),
            found.path(),
            found.status(),
            ResourcePaths.of(found.outcome())));
  }
}
