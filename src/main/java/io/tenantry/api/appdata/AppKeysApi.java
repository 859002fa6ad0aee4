package io.tenantry.api.appdata;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.ClientCaching;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Refuses;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.Write;
import io.tenantry.api.support.Written;
import io.tenantry.appdata.AppKeyCommand.CreateAppKey;
import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyCommand.Result;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.FindAppKey;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.TenantView;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One app key. */
@RestController
@Tag(
    name = "App keys",
    description =
        "Data of applications under keys. This surface answers without an envelope, and each entry of `errors` of a 400 bears a number: 11 for what exists already, 2 for all else. A body is ignored where none is named, also of a GET; the media type may stand in quotes.")
@RequestMapping(
    path = "/api/v1/tenants/{tenant}/properties/applications/{applicationId}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class AppKeysApi {

  private final Write<CreateAppKey, Result, AppKeyData> creating;
  private final Write<PutAppKey, Result, AppKeyData> putting;
  private final Write<DeleteAppKey, Result, Nothing> deleting;
  private final Queries queries;
  private final CacheControl cacheControl;

  AppKeysApi(Commands commands, Queries queries, ClientCaching clientCaching) {
    this.creating = commands.answering(CreateAppKey.class, 200, AppKeysApi::holding);
    this.putting = commands.answering(PutAppKey.class, 200, AppKeysApi::holding);
    this.deleting = commands.answering(DeleteAppKey.class, 200, AppKeysApi::deleted);
    this.queries = queries;
    this.cacheControl = CacheControl.maxAge(clientCaching.maxAge()).cachePrivate().mustRevalidate();
  }

  @PostMapping
  @Operation(
      operationId = "createAppKey",
      summary = "Create a key",
      description = "Its application exists from then on.")
  @Gives("ETag")
  @Refuses({RefusalCode.ALREADY_EXISTS, RefusalCode.QUOTA_EXCEEDED})
  @Serves(CreateAppKey.class)
  ResponseEntity<AppKeyData> create(
      @PathVariable String applicationId, @Body CreateBody body, TenantView tenant, Caller caller) {
    long tenantId = tenant.id();
    var key = requireNonNullElse(body.key(), "");
    return creating.send(new CreateAppKey(tenantId, applicationId, key, body.data()), caller);
  }

  @GetMapping("/{key}")
  @Operation(operationId = "getAppKey", summary = "Read a key")
  @Gives("ETag")
  @Serves(FindAppKey.class)
  ResponseEntity<AppKeyData> get(
      @PathVariable String applicationId,
      @PathVariable String key,
      IfNoneMatch ifNoneMatch,
      TenantView tenant,
      Caller caller) {
    long tenantId = tenant.id();
    var appKey =
        queries.ask(new FindAppKey(tenantId, applicationId, key), AppKeyView.class, caller);
    var answer = ifNoneMatch.answer(appKey.version(), () -> AppKeyData.of(appKey));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .cacheControl(cacheControl)
        .body(answer.getBody());
  }

  @PutMapping("/{key}")
  @Operation(
      operationId = "putAppKey",
      summary = "Change a key",
      description = "Creates it if it is missing and `auto_create` is true.")
  @Gives("ETag")
  @Refuses(RefusalCode.QUOTA_EXCEEDED)
  @Serves(PutAppKey.class)
  ResponseEntity<AppKeyData> put(
      @PathVariable String applicationId,
      @PathVariable String key,
      @Body PutBody body,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    long tenantId = tenant.id();
    // who names a version wants to change what is there
    boolean create = requireNonNullElse(body.autoCreate(), false) && !ifMatch.present();
    return putting.send(
        new PutAppKey(tenantId, applicationId, key, ifMatch.versions(), body.data(), create),
        caller);
  }

  @DeleteMapping("/{key}")
  @Operation(
      operationId = "deleteAppKey",
      summary = "Delete a key",
      description = "200 as well where there is none.")
  @Refuses(RefusalCode.INVALID)
  @Serves(DeleteAppKey.class)
  ResponseEntity<Nothing> delete(
      @PathVariable String applicationId,
      @PathVariable String key,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    long tenantId = tenant.id();
    if (ifMatch.present()) {
      queries.ask(new FindAppKey(tenantId, applicationId, key), AppKeyView.class, caller);
    }
    return deleting.send(
        new DeleteAppKey(tenantId, applicationId, key, ifMatch.versions()), caller);
  }

  private static ResponseEntity<AppKeyData> holding(Written<Result> written) {
    var appKey = requireNonNull(written.result().appKey());
    return written.respond(appKey.version()).body(AppKeyData.of(appKey));
  }

  private static ResponseEntity<Nothing> deleted(Written<Result> written) {
    return written.respond().body(new Nothing());
  }
}
