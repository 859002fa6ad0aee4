package io.tenantry.api.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.ApiKeyInUse;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.FindApiKey;
import io.tenantry.access.ListApiKeys;
import io.tenantry.access.NewApiKeys;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.JsonStream;
import io.tenantry.api.support.Pages;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Refuses;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.Shown;
import io.tenantry.api.support.Write;
import io.tenantry.api.support.Written;
import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.tenant.TenantView;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** A tenant's API keys. Their secrets are made here, shown here once, and go no further. */
@RestController
@Tag(name = "API keys", description = "Keys by which a tenant comes in.")
@RequestMapping(
    path = "/api/v1/tenants/{tenant}/api-keys",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ApiKeysApi {

  private static final int STREAMED_AT_ONCE = 500;

  private static final String LAST_USED_AT = "last_used_at";

  private final Write<CreateApiKey, ApiKeyView, Envelope<ApiKeyData>> creating;
  private final Write<ChangeApiKey, ApiKeyView, Envelope<ApiKeyData>> changing;
  private final Write<RotateApiKey, ApiKeyView, Envelope<ApiKeyData>> rotating;
  private final Write<RevokeApiKey, ApiKeyView, Envelope<RevokedApiKey>> revoking;
  private final Queries queries;
  private final NewApiKeys keys;
  private final Clock clock;

  ApiKeysApi(Commands commands, Queries queries, NewApiKeys keys, Clock clock) {
    this.creating = commands.answering(CreateApiKey.class, 201, ApiKeysApi::created);
    this.changing = commands.answering(ChangeApiKey.class, 200, ApiKeysApi::changed);
    this.rotating = commands.answering(RotateApiKey.class, 200, ApiKeysApi::rotated);
    this.revoking = commands.answering(RevokeApiKey.class, 200, ApiKeysApi::revoked);
    this.queries = queries;
    this.keys = keys;
    this.clock = clock;
  }

  @PostMapping
  @ApiResponse(responseCode = "201")
  @Operation(
      operationId = "createApiKey",
      summary = "Create an API key",
      description = "The answer shows its secret, this once.")
  @Gives({"ETag", "Idempotent-Secret"})
  @Serves(CreateApiKey.class)
  ResponseEntity<Envelope<ApiKeyData>> create(
      @Body CreateBody body, TenantView tenant, Caller caller) {
    var token = keys.next();
    var command = body.command(tenant.id(), token, clock.instant());
    return creating.send(command, caller, Shown.secret(token));
  }

  private static ResponseEntity<Envelope<ApiKeyData>> created(Written<ApiKeyView> written) {
    return withSecret(
        written, written.respond(written.result().version()).location(location(written.result())));
  }

  @GetMapping
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description = "Their secrets are masked.")
  @Serves(ListApiKeys.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApiKeyListEnvelope.class)))
  JsonStream list(TenantView tenant, Caller caller) {
    var all =
        Pages.<ApiKeyInUse>all(
            last -> {
              long after = last == null ? 0 : last.key().id();
              var query = new ListApiKeys(tenant.id(), after, STREAMED_AT_ONCE);
              return queries.ask(query, ListApiKeys.Result.class, caller).keys();
            });
    return JsonStream.of(
        "{\"success\":true,\"data\":[", all.map(ApiKeyData::masked), count -> "]}");
  }

  @GetMapping("/{key_id}")
  @Operation(
      operationId = "getApiKey",
      summary = "Read an API key",
      description = "`last_used_at` moves without a version, so there is no 304.")
  @Gives("ETag")
  @Serves(FindApiKey.class)
  Envelope<ApiKeyData> get(
      @PathVariable("key_id") String keyId,
      TenantView tenant,
      Caller caller,
      HttpServletResponse response) {
    var found = find(tenant, number(keyId), caller);
    // on the response itself: a ResponseEntity with an ETag would answer 304, but when a key was
    // used last changes without a version
    response.setHeader(HttpHeaders.ETAG, "\"" + found.key().version() + "\"");
    return Envelope.of(ApiKeyData.masked(found));
  }

  @PutMapping("/{key_id}")
  @Operation(
      operationId = "updateApiKey",
      summary = "Change an API key",
      description =
          "What is absent or null stays. What cannot be changed may be sent back as it was read.")
  @Gives("ETag")
  @Serves(ChangeApiKey.class)
  ResponseEntity<Envelope<ApiKeyData>> change(
      @PathVariable("key_id") String keyId,
      @Body ChangeBody body,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    var command = body.command(number(keyId), tenant.id(), ifMatch.versions(), clock.instant());
    return changing.send(command, caller, beside(tenant, command.keyId(), caller));
  }

  private static ResponseEntity<Envelope<ApiKeyData>> changed(Written<ApiKeyView> written) {
    var key = written.result();
    return written
        .respond(key.version())
        .body(Envelope.of(ApiKeyData.of(key, key.secret().mask(), lastUsedAt(written.shown()))));
  }

  @DeleteMapping("/{key_id}")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description = "It lets nobody in any more, at once.")
  @Serves(RevokeApiKey.class)
  ResponseEntity<Envelope<RevokedApiKey>> revoke(
      @PathVariable("key_id") String keyId, IfMatch ifMatch, TenantView tenant, Caller caller) {
    var command = new RevokeApiKey(number(keyId), tenant.id(), ifMatch.versions());
    return revoking.send(command, caller);
  }

  private static ResponseEntity<Envelope<RevokedApiKey>> revoked(Written<ApiKeyView> written) {
    return written.respond().body(Envelope.of(new RevokedApiKey(written.result().id())));
  }

  /** A new secret, shown this once. */
  @PostMapping("/{key_id}/rotate")
  @Operation(
      operationId = "rotateApiKey",
      summary = "Give an API key a new secret",
      description =
          """
          The answer shows it, this once. Every former secret works for `grace_seconds` more, but
          no longer than its own grace; 0 ends all of them at once. A key that rotates itself keeps
          at least 30 s.

          At most five former secrets have a grace at a time. A rotation that would add a sixth is
          409, and `free_at` in the details says when it can be repeated. With `grace_seconds` 0 it
          is always possible; only a key that rotates itself, whose former secrets keep 30 s, is
          refused once it has ten. Rotating an expired key is 409 too: change its expiry first.
          """)
  @Gives({"ETag", "Idempotent-Secret"})
  @Refuses(RefusalCode.INVALID)
  @Serves(RotateApiKey.class)
  ResponseEntity<Envelope<ApiKeyData>> rotate(
      @PathVariable("key_id") String keyId,
      @Body(required = false) @Nullable RotateBody body,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    long id = number(keyId);
    var token = keys.withNewSecret(id);
    var command =
        new RotateApiKey(
            id,
            tenant.id(),
            ifMatch.versions(),
            token.kept(),
            body == null ? null : body.graceSeconds(),
            caller.actor().equals(Actor.key(id)),
            clock.instant());
    return rotating.send(command, caller, beside(tenant, id, caller).with(token));
  }

  private static ResponseEntity<Envelope<ApiKeyData>> rotated(Written<ApiKeyView> written) {
    return withSecret(written, written.respond(written.result().version()));
  }

  private static ResponseEntity<Envelope<ApiKeyData>> withSecret(
      Written<ApiKeyView> written, ResponseEntity.BodyBuilder answer) {
    var shown = written.shown();
    return answer
        .cacheControl(CacheControl.noStore())
        .body(
            Envelope.of(ApiKeyData.revealed(written.result(), shown.secret(), lastUsedAt(shown))));
  }

  private ApiKeyInUse find(TenantView tenant, long keyId, Caller caller) {
    return queries.ask(new FindApiKey(tenant.id(), keyId), ApiKeyInUse.class, caller);
  }

  /** When the key was used last stands in no event. */
  private Shown beside(TenantView tenant, long keyId, Caller caller) {
    var lastUsedAt = lastUsedAt(tenant, keyId, caller);
    return Shown.values(
        lastUsedAt == null ? Map.of() : Map.of(LAST_USED_AT, lastUsedAt.toString()));
  }

  /** Null also when there is no such key, which the command will say. */
  private @Nullable Instant lastUsedAt(TenantView tenant, long keyId, Caller caller) {
    try {
      return find(tenant, keyId, caller).lastUsedAt();
    } catch (Refusal e) {
      if (e.code() != RefusalCode.NOT_FOUND) {
        throw e;
      }
      return null;
    }
  }

  private static @Nullable Instant lastUsedAt(Shown shown) {
    var lastUsedAt = shown.values().get(LAST_USED_AT);
    return lastUsedAt == null ? null : Instant.parse(lastUsedAt);
  }

  private static URI location(ApiKeyView key) {
    return URI.create("/api/v1/tenants/" + key.tenantId() + "/api-keys/" + key.id());
  }

  /** What is no number is the id of no key. */
  private static long number(String keyId) {
    return keyId.matches("[1-9][0-9]{0,15}") ? Long.parseLong(keyId) : 0;
  }
}
