package io.tenantry.api.tenants;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.Tenancy;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.tenant.TenantCommand.DeleteTenant;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** One tenant. */
@RestController
@RequestMapping(path = "/api/v1/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
class TenantsApi {

  private final Commands commands;
  private final Tenancy tenancy;
  private final TenantReader reader;

  TenantsApi(Commands commands, Tenancy tenancy, TenantReader reader) {
    this.commands = commands;
    this.tenancy = tenancy;
    this.reader = reader;
  }

  @PostMapping
  @ApiResponse(responseCode = "201")
  ResponseEntity<Envelope<TenantData>> register(@Body RegisterBody body, Caller caller) {
    var written = commands.<TenantView>send(body.command(), caller);
    var tenant = written.result();
    return written
        .respond(201, tenant.version())
        .location(URI.create("/api/v1/tenants/" + tenant.id()))
        .body(Envelope.of(TenantData.of(tenant, 0)));
  }

  @GetMapping("/{tenant}")
  Envelope<TenantData> get(
      @PathVariable String tenant, Caller caller, HttpServletResponse response) {
    var found = tenancy.inPath(tenant, caller);
    // on the response itself: a ResponseEntity with an ETag would answer 304, but what the tenant
    // stores changes without a version
    response.setHeader(HttpHeaders.ETAG, "\"" + found.version() + "\"");
    return Envelope.of(reader.shown(found));
  }

  @PutMapping("/{tenant}")
  ResponseEntity<Envelope<TenantData>> change(
      @PathVariable String tenant,
      @Body ChangeBody body,
      @Body JsonNode sent,
      IfMatch ifMatch,
      Caller caller) {
    var found = tenancy.inPath(tenant, caller);
    var written =
        commands.<TenantView>send(
            body.command(found.id(), ifMatch.versions(), sent), caller, metadata(found));
    var changed = written.result();
    return written.respond(200, changed.version()).body(Envelope.of(reader.shown(changed)));
  }

  @DeleteMapping("/{tenant}")
  ResponseEntity<Deleted> delete(@PathVariable String tenant, IfMatch ifMatch, Caller caller) {
    var found = tenancy.inPath(tenant, caller);
    // as long as requests without a credential are let in, they act on the default tenant
    var command = new DeleteTenant(found.id(), ifMatch.versions(), true);
    return commands
        .send(command, caller, metadata(found))
        .respond(200)
        .body(new Deleted(true, "tenant " + found.id() + " is deleted"));
  }

  private static Map<String, String> metadata(TenantView tenant) {
    return Map.of(MetadataKeys.TENANT, String.valueOf(tenant.id()));
  }
}
