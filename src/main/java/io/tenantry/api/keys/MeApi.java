package io.tenantry.api.keys;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.Principal;
import io.tenantry.api.support.Serves;
import io.tenantry.kernel.Authority.OfTenantKey;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who one is. */
@RestController
@Tag(name = "API keys")
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class MeApi {

  /**
   * Who asks.
   *
   * @param principal {@code operator}, {@code key} or {@code anonymous}
   * @param actor as it stands in the audit trail
   * @param name of the credential
   * @param tenant null for who belongs to none
   * @param role of a tenant's key; everybody else is {@code operator}
   */
  record Me(
      @Schema(
              allowableValues = {"operator", "key", "anonymous"},
              example = "key")
          String principal,
      @Schema(example = "key:102030405060") String actor,
      @Schema(example = "reports") String name,
      @Nullable OwnTenant tenant,
      @Schema(
              allowableValues = {"operator", "viewer", "contributor", "admin"},
              example = "viewer")
          String role) {}

  /**
   * The tenant whose key it is.
   *
   * @param slug empty when it has none
   */
  record OwnTenant(
      @Schema(example = "10001") long id,
      @Schema(example = "acme") String slug,
      @Schema(example = "Acme") String name) {}

  @GetMapping
  @Operation(operationId = "getMe", summary = "Who one is")
  @Serves(FindTenant.class)
  Envelope<Me> me(Caller caller) {
    Principal who = caller.principal();
    return Envelope.of(
        new Me(
            who.kind(),
            who.actor().value(),
            who.name(),
            who.tenant() == null ? null : shown(who.tenant()),
            who.authority() instanceof OfTenantKey key ? key.role().word() : "operator"));
  }

  private static OwnTenant shown(TenantView tenant) {
    return new OwnTenant(tenant.id(), requireNonNullElse(tenant.slug(), ""), tenant.name());
  }
}
