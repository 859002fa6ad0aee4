package io.tenantry.api.appdata;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.ClientCaching;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Tenancy;
import io.tenantry.api.support.Written;
import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.appdata.AppKeyCommand.CreateAppKey;
import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyCommand.Result;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.FindAppKey;
import io.tenantry.kernel.MetadataKeys;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
@RequestMapping(
    path = "/api/v1/tenants/{tenant}/properties/applications/{applicationId}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class AppKeysApi {

  private final Commands commands;
  private final Queries queries;
  private final Tenancy tenancy;
  private final CacheControl cacheControl;

  AppKeysApi(Commands commands, Queries queries, Tenancy tenancy, ClientCaching clientCaching) {
    this.commands = commands;
    this.queries = queries;
    this.tenancy = tenancy;
    this.cacheControl = CacheControl.maxAge(clientCaching.maxAge()).cachePrivate().mustRevalidate();
  }

  @PostMapping
  ResponseEntity<AppKeyData> create(
      @PathVariable String tenant,
      @PathVariable String applicationId,
      @Body CreateBody body,
      Caller caller) {
    long tenantId = tenancy.inPath(tenant, caller).id();
    var key = requireNonNullElse(body.key(), "");
    return answer(send(new CreateAppKey(tenantId, applicationId, key, body.data()), caller));
  }

  @GetMapping("/{key}")
  ResponseEntity<AppKeyData> get(
      @PathVariable String tenant,
      @PathVariable String applicationId,
      @PathVariable String key,
      IfNoneMatch ifNoneMatch,
      Caller caller) {
    long tenantId = tenancy.inPath(tenant, caller).id();
    var appKey = queries.ask(new FindAppKey(tenantId, applicationId, key), AppKeyView.class);
    var answer = ifNoneMatch.answer(appKey.version(), () -> AppKeyData.of(appKey));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .cacheControl(cacheControl)
        .header(HttpHeaders.VARY, "X-API-Key, Authorization")
        .body(answer.getBody());
  }

  @PutMapping("/{key}")
  ResponseEntity<AppKeyData> put(
      @PathVariable String tenant,
      @PathVariable String applicationId,
      @PathVariable String key,
      @Body PutBody body,
      IfMatch ifMatch,
      Caller caller) {
    long tenantId = tenancy.inPath(tenant, caller).id();
    // who names a version wants to change what is there
    boolean create = requireNonNullElse(body.autoCreate(), false) && !ifMatch.present();
    return answer(
        send(
            new PutAppKey(tenantId, applicationId, key, ifMatch.versions(), body.data(), create),
            caller));
  }

  @DeleteMapping("/{key}")
  ResponseEntity<Nothing> delete(
      @PathVariable String tenant,
      @PathVariable String applicationId,
      @PathVariable String key,
      IfMatch ifMatch,
      Caller caller) {
    long tenantId = tenancy.inPath(tenant, caller).id();
    if (ifMatch.present()) {
      queries.ask(new FindAppKey(tenantId, applicationId, key), AppKeyView.class);
    }
    var command = new DeleteAppKey(tenantId, applicationId, key, ifMatch.versions());
    return send(command, caller).respond(200).body(new Nothing());
  }

  private Written<Result> send(AppKeyCommand command, Caller caller) {
    return commands.send(
        command, caller, Map.of(MetadataKeys.TENANT, String.valueOf(command.tenantId())));
  }

  private static ResponseEntity<AppKeyData> answer(Written<Result> written) {
    var appKey = requireNonNull(written.result().appKey());
    return written.respond(200, appKey.version()).body(AppKeyData.of(appKey));
  }
}
