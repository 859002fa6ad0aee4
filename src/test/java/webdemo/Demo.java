package webdemo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.IdempotencyKey;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.Limits;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.Write;
import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.tenant.FindTenant;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/** Endpoints of every shape that the surfaces have. */
@RestController
@RequestMapping("/api/v1/things")
class Demo {

  enum Colour {
    RED,
    GREEN
  }

  record Part(String partName, @Nullable Integer weight) {}

  @JsonIgnoreProperties({"id", "created_at"})
  record Thing(
      @Nullable String name,
      @Nullable Long storageQuota,
      int count,
      @Nullable Boolean enabled,
      @Nullable Colour colour,
      @Nullable List<Part> parts,
      @Nullable JsonNode configuration,
      @JsonProperty("applicationId") @Nullable String applicationId) {}

  record Shown(
      @Nullable String name, Instant createdAt, @JsonRawValue String configuration, String who) {}

  /** What the handlers of the demo obey: refuse, answer or break. */
  @AllowedTo(Least.OPERATOR)
  record Order(String what) {}

  @AllowedTo(Least.OPERATOR)
  record Question(String what) {}

  /** The same, from another endpoint. */
  @AllowedTo(Least.OPERATOR)
  record Make(String what) {}

  private final Write<Make, String, Object> making;
  private final Write<Order, String, Object> ordering;
  private final Queries queries;

  Demo(Commands commands, Queries queries) {
    this.making =
        commands.answering(
            Make.class,
            201,
            written ->
                written
                    .respond(1)
                    .location(URI.create("/api/v1/things/" + written.result()))
                    .build());
    this.ordering = commands.answering(Order.class, 200, written -> written.respond().build());
    this.queries = queries;
  }

  @GetMapping
  @Serves(Question.class)
  Envelope<List<Object>> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Boolean all) {
    int most = Limits.between("limit", limit, 1, 100, 20);
    return Envelope.of(java.util.Arrays.asList(most, cursor, all));
  }

  /** Open to tenants' keys. */
  @GetMapping("/who")
  @Serves(FindTenant.class)
  Map<String, String> who(Caller caller) {
    return Map.of(
        "actor",
        caller.actor().value(),
        "authority",
        caller.authority().encoded(),
        "spring",
        String.valueOf(SecurityContextHolder.getContext().getAuthentication()));
  }

  @GetMapping("/{id}")
  @Serves(Question.class)
  ResponseEntity<Envelope<Shown>> one(@PathVariable String id, IfNoneMatch ifNoneMatch) {
    return ifNoneMatch.answer(
        3,
        () ->
            Envelope.of(new Shown(null, Instant.parse("2026-01-02T03:04:05Z"), "{\"a\":1.0}", id)));
  }

  @GetMapping("/{id}/answer")
  @Serves(Question.class)
  Envelope<String> ask(@PathVariable String id, Caller caller) {
    return Envelope.of(queries.ask(new Question(id), String.class, caller));
  }

  @PostMapping
  @Serves(Make.class)
  ResponseEntity<Envelope<Thing>> create(@Body Thing thing, Caller caller) {
    return ResponseEntity.status(201)
        .headers(making.send(new Make("do"), caller).getHeaders())
        .body(Envelope.of(thing));
  }

  @PutMapping("/{id}")
  @Serves(Order.class)
  ResponseEntity<Map<String, Object>> order(
      @PathVariable String id, Caller caller, IfMatch ifMatch, @Nullable IdempotencyKey key) {
    return ResponseEntity.ok()
        .headers(ordering.send(new Order(id), caller).getHeaders())
        .body(
            Map.of(
                "present", ifMatch.present(),
                "versions", String.valueOf(ifMatch.versions()),
                "key", key == null ? "" : key.value(),
                "tenant", caller.actor().value()));
  }

  @PatchMapping("/{id}")
  @Serves(Order.class)
  Map<String, Object> patch(
      @Body({"application/json", "application/merge-patch+json"}) JsonBody body) {
    return Map.of("type", body.mediaType(), "tree", body.tree());
  }

  @PostMapping("/keyed")
  @Serves(Order.class)
  @IdempotencyKeyRequired
  JsonNode keyed(@Body JsonNode tree) {
    return tree;
  }

  @DeleteMapping("/{id}")
  @Serves(Order.class)
  Map<String, Object> delete(@PathVariable String id) {
    return Map.of("success", true, "id", id);
  }

  @GetMapping("/broken")
  @Serves(Question.class)
  String broken() {
    throw new IllegalStateException("the secret inner message");
  }

  @GetMapping("/torn")
  @Serves(Question.class)
  StreamingResponseBody torn() {
    return out -> {
      out.write(new byte[1 << 18]);
      out.flush();
      throw new IllegalStateException("torn");
    };
  }
}
