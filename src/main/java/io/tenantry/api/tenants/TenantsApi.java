package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.access.NewApiKeys;
import io.tenantry.api.support.AnonymousAccess;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.Refuses;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.Shown;
import io.tenantry.api.support.Write;
import io.tenantry.api.support.Written;
import io.tenantry.kernel.RefusalCode;
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
@Tag(name = "Tenants", description = "Tenants, and what they store.")
@RequestMapping(path = "/api/v1/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
class TenantsApi {

  private final Write<OnboardTenant, TenantView, Envelope<TenantData>> registering;
  private final Write<ChangeTenant, TenantView, Envelope<TenantData>> changing;
  private final Write<DeleteTenant, TenantView, Deleted> deleting;
  private final TenantReader reader;
  private final NewApiKeys keys;
  private final AnonymousAccess anonymous;

  TenantsApi(Commands commands, TenantReader reader, NewApiKeys keys, AnonymousAccess anonymous) {
    this.registering = commands.answering(OnboardTenant.class, 201, TenantsApi::registered);
    this.changing = commands.answering(ChangeTenant.class, 200, TenantsApi::changed);
    this.deleting = commands.answering(DeleteTenant.class, 200, TenantsApi::deleted);
    this.reader = reader;
    this.keys = keys;
    this.anonymous = anonymous;
  }

  /** The answer shows the tenant's first key, this once. */
  @PostMapping
  @ApiResponse(responseCode = "201")
  @Operation(
      operationId = "createTenant",
      summary = "Create a tenant",
      description =
          "The answer shows its first key in plain text: the only time it is shown. The operator's.")
  @Gives({"ETag", "Idempotent-Secret"})
  @Refuses(RefusalCode.TENANT_EXISTS)
  @Serves(OnboardTenant.class)
  ResponseEntity<Envelope<TenantData>> register(@Body RegisterBody body, Caller caller) {
    var key = keys.next();
    var command = body.command(new FirstKey(key.keyId(), key.kept()));
    return registering.send(command, caller, Shown.secret(key));
  }

  private static ResponseEntity<Envelope<TenantData>> registered(Written<TenantView> written) {
    var tenant = written.result();
    return written
        .respond(tenant.version())
        .location(URI.create("/api/v1/tenants/" + tenant.id()))
        .cacheControl(CacheControl.noStore())
        .body(Envelope.of(TenantData.registered(tenant, written.shown().secret())));
  }

  @GetMapping("/{tenant}")
  @Operation(
      operationId = "getTenant",
      summary = "Read a tenant",
      description =
          "Its key is masked. `storage_used` moves without a version, so there is no 304.")
  @Gives("ETag")
  @Serves(FindTenant.class)
  Envelope<TenantData> get(TenantView tenant, Caller caller, HttpServletResponse response) {
    // on the response itself: a ResponseEntity with an ETag would answer 304, but what the tenant
    // stores changes without a version
    response.setHeader(HttpHeaders.ETAG, "\"" + tenant.version() + "\"");
    return Envelope.of(reader.shown(tenant, caller));
  }

  @PutMapping("/{tenant}")
  @Operation(
      operationId = "updateTenant",
      summary = "Change a tenant",
      description = "What is absent stays. Status and quota are the operator's to change.")
  @Gives("ETag")
  @Serves(ChangeTenant.class)
  ResponseEntity<Envelope<TenantData>> change(
      @Body ChangeBody body,
      @Body JsonNode sent,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    var command = body.command(tenant.id(), ifMatch.versions(), sent);
    return changing.send(command, caller, reader.beside(tenant, caller).shown());
  }

  private static ResponseEntity<Envelope<TenantData>> changed(Written<TenantView> written) {
    var tenant = written.result();
    return written
        .respond(tenant.version())
        .body(Envelope.of(BesideTenant.of(written.shown()).with(tenant)));
  }

  @DeleteMapping("/{tenant}")
  @Operation(
      operationId = "deleteTenant",
      summary = "Delete a tenant",
      description = "Everything of it answers 404 from then on. The operator's.")
  @Serves(DeleteTenant.class)
  ResponseEntity<Deleted> delete(IfMatch ifMatch, TenantView tenant, Caller caller) {
    // as long as requests without a credential are let in, they act on the default tenant
    var command = new DeleteTenant(tenant.id(), ifMatch.versions(), anonymous.allowed());
    return deleting.send(command, caller);
  }

  private static ResponseEntity<Deleted> deleted(Written<TenantView> written) {
    return written
        .respond()
        .body(new Deleted(true, "tenant " + written.result().id() + " is deleted"));
  }
}
