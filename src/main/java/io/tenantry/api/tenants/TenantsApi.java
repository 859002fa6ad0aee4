package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tenantry.access.NewApiKeys;
import io.tenantry.api.support.AnonymousAccess;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.Serves;
import io.tenantry.onboarding.OnboardTenant;
import io.tenantry.onboarding.OnboardTenant.FirstKey;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantCommand.ChangeTenant;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One tenant. */
@RestController
@RequestMapping(path = "/api/v1/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
class TenantsApi {

  private final Commands commands;
  private final TenantReader reader;
  private final NewApiKeys keys;
  private final AnonymousAccess anonymous;

  TenantsApi(Commands commands, TenantReader reader, NewApiKeys keys, AnonymousAccess anonymous) {
    this.commands = commands;
    this.reader = reader;
    this.keys = keys;
    this.anonymous = anonymous;
  }

  /** The answer shows the tenant's first key, this once. */
  @PostMapping
  @ApiResponse(responseCode = "201")
  @Serves(OnboardTenant.class)
  ResponseEntity<Envelope<TenantData>> register(@Body RegisterBody body, Caller caller) {
    var key = keys.next();
    var written =
        commands.<TenantView>send(body.command(new FirstKey(key.keyId(), key.kept())), caller);
    var tenant = written.result();
    return written
        .respond(201, tenant.version())
        .location(URI.create("/api/v1/tenants/" + tenant.id()))
        .cacheControl(CacheControl.noStore())
        .body(Envelope.of(TenantData.of(tenant, key.reveal(), 0)));
  }

  @GetMapping("/{tenant}")
  @Serves(FindTenant.class)
  Envelope<TenantData> get(TenantView tenant, Caller caller, HttpServletResponse response) {
    // on the response itself: a ResponseEntity with an ETag would answer 304, but what the tenant
    // stores changes without a version
    response.setHeader(HttpHeaders.ETAG, "\"" + tenant.version() + "\"");
    return Envelope.of(reader.shown(tenant, caller));
  }

  @PutMapping("/{tenant}")
  @Serves(ChangeTenant.class)
  ResponseEntity<Envelope<TenantData>> change(
      @Body ChangeBody body,
      @Body JsonNode sent,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    var written =
        commands.<TenantView>send(body.command(tenant.id(), ifMatch.versions(), sent), caller);
    var changed = written.result();
    return written.respond(200, changed.version()).body(Envelope.of(reader.shown(changed, caller)));
  }

  @DeleteMapping("/{tenant}")
  @Serves(DeleteTenant.class)
  ResponseEntity<Deleted> delete(IfMatch ifMatch, TenantView tenant, Caller caller) {
    // as long as requests without a credential are let in, they act on the default tenant
    var command = new DeleteTenant(tenant.id(), ifMatch.versions(), anonymous.allowed());
    return commands
        .send(command, caller)
        .respond(200)
        .body(new Deleted(true, "tenant " + tenant.id() + " is deleted"));
  }
}
