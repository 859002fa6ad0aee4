package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document of the interface; that each answer is as it says, {@link Documented} sees to. */
class OpenApiTest extends HttpTest {

  /** What cannot be provoked from outside, or not while others use the service. */
  private static final Set<String> NOT_PROVOKED = Set.of("409", "429", "500", "503");

  private final Documented documented = Documented.by(service);
  private final String tenantKey =
      guarded()
          .operator("POST", TENANTS, "{\"name\":\"a\"}")
          .is(201)
          .data()
          .get("api_key")
          .stringValue();
  private final JsonNode document = get("/openapi.json").is(200).json();

  OpenApiTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenTheService_whenDocumented_thenExactlyItsCalls() {
    assertThat(document.get("openapi").stringValue()).startsWith("3.1.");
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfo mapping :
        service
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      for (String path : mapping.getPatternValues()) {
        if (path.startsWith("/api/")
            || path.startsWith("/v1/")
            || path.startsWith("/problems/")
            || path.equals("/")) {
          mapping
              .getMethodsCondition()
              .getMethods()
              .forEach(m -> served.add(m.name() + " " + path));
        }
      }
    }
    assertThat(documented.operations().stream().map(Documented.Operation::key))
        .containsExactlyInAnyOrderElementsOf(served)
        .hasSize(28);
  }

  @Test
  void givenEachCall_whenDocumented_thenWithWordsAndANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (var operation : documented.operations()) {
      assertThat(operation.is().path("summary").asString()).as(operation.key()).isNotBlank();
      assertThat(operation.is().path("tags").size()).as(operation.key()).isEqualTo(1);
      assertThat(names.add(operation.is().path("operationId").asString()))
          .as(operation.key())
          .isTrue();
      JsonNode done = operation.is().get("responses").iterator().next();
      assertThat(done.at("/content/application~1json/schema").size())
          .as(operation.key())
          .isPositive();
      boolean open = operation.path().equals("/") || operation.path().startsWith("/problems");
      assertThat(operation.is().has("security")).as(operation.key()).isEqualTo(open);
    }
    assertThat(document.at("/components/securitySchemes").propertyNames())
        .containsExactlyInAnyOrder("apiKey", "bearer");
  }

  @Test
  void givenWhatHoldsEverywhere_whenDocumented_thenItIsSaidOnce() {
    assertThat(document.at("/info/description").stringValue())
        .contains("visible character", "`created_at` may run against that order");
    JsonNode details = document.at("/components/schemas/ProblemDetails/properties");
    assertThat(details.at("/storage_quota/type").stringValue()).isEqualTo("integer");
    assertThat(details.at("/retry-after/type").stringValue()).isEqualTo("integer");
  }

  @Test
  void givenMembersThatAKeyIsCreatedWith_whenItIsChanged_thenNoneOfThemIsIgnored() {
    JsonNode created = document.at("/components/schemas/NewApiKey/properties");
    JsonNode changed = document.at("/components/schemas/ApiKeyChange/properties");
    assertThat(created.propertyNames()).contains("full_access", "capabilities");
    for (String member : created.propertyNames()) {
      assertThat(changed.has(member)).as(member).isTrue();
      assertThat(changed.get(member).path("description").asString())
          .as(member)
          .doesNotContain("Ignored");
    }
  }

  @Test
  void givenExamples_whenHeldAgainstTheirSchemas_thenValid() {
    int examples = 0;
    for (var operation : documented.operations()) {
      for (JsonNode response : operation.is().get("responses")) {
        examples += valid(documented.resolved(response).path("content"));
      }
      examples += valid(operation.is().path("requestBody").path("content"));
      for (JsonNode parameter : operation.is().get("parameters")) {
        JsonNode resolved = documented.resolved(parameter);
        if (resolved.has("example")) {
          documented.valid(resolved.get("schema"), resolved.get("example"));
          examples++;
        }
      }
    }
    assertThat(examples).isGreaterThan(300);
  }

  private int valid(JsonNode content) {
    int examples = 0;
    for (JsonNode media : content) {
      if (media.has("example")) {
        documented.valid(media.get("schema"), media.get("example"));
        examples++;
      }
      for (JsonNode example : media.path("examples")) {
        documented.valid(media.get("schema"), example.get("value"));
        examples++;
      }
    }
    return examples;
  }

  @Test
  void givenExamplesOfRequests_whenSent_thenTheyAreDone() {
    for (var operation : documented.operations()) {
      for (var content : operation.is().at("/requestBody/content").properties()) {
        String body = content.getValue().get("example").toString();
        String tenant = tenant();
        Answer answer =
            send(
                operation.method(),
                at(operation, tenant),
                body.replace("\"slug\":\"acme\"", "\"slug\":\"" + slug() + "\""),
                "X-Tenant-ID",
                tenant,
                "Content-Type",
                content.getKey());
        assertThat(answer.status()).as(operation.key() + answer).isBetween(200, 299);
      }
    }
  }

  private String at(Documented.Operation operation, String tenant) {
    String path = operation.path().replace("{tenant}", tenant);
    if (path.contains("{id}")) {
      path = model(tenant, "{\"name\":\"m\",\"configuration\":{\"threshold\":1}}");
    }
    if (path.contains("{key_id}")) {
      JsonNode key = post(TENANTS + "/" + tenant + "/api-keys", "{\"name\":\"k\"}").is(201).data();
      path = path.replace("{key_id}", key.get("id").asString());
    }
    return path.replace("{applicationId}", "netaxis")
        .replace("{key}", "tea")
        .replace("{slug}", "conflict");
  }

  @Test
  void givenEachCall_whenItGoesWrongInEachWay_thenEachDocumentedErrorIsAnswered() {
    for (var operation : documented.operations()) {
      goWrong(operation);
    }
    Set<String> never = new TreeSet<>();
    for (var operation : documented.operations()) {
      operation.is().get("responses").propertyNames().stream()
          .filter(status -> status.startsWith("4") && !NOT_PROVOKED.contains(status))
          .map(status -> operation.key() + " " + status)
          .filter(each -> !documented.seen().contains(each))
          .forEach(never::add);
    }
    assertThat(never).isEmpty();
  }

  private void goWrong(Documented.Operation operation) {
    String tenant = tenant();
    String path = at(operation, tenant);
    String method = operation.method();
    String body = operation.method().equals("GET") ? "" : "{}";
    var statuses = operation.is().get("responses").propertyNames();
    String key = Call.newKey();
    Call call = Call.of(method, path, body).in(tenant).under(key);
    call.at(path + "?unknown=1").to(service).is(400);
    call.with("Accept", "text/plain").to(service).is(406);
    if (statuses.contains("401")) {
      Call.of(method, path, "").to(guarded()).is(401);
      Call.of(method, path, "").as(Service.OPERATOR).with("X-Forwarded-For", "1.2.3.4");
      call.with("Origin", "https://elsewhere.example").to(service).is(403);
    }
    if (statuses.contains("404")) {
      missing(operation, path);
    }
    if (statuses.contains("415")) {
      call.with("Content-Type", "text/plain").to(service).is(415);
    }
    if (statuses.contains("413")) {
      call.saying("\"" + "x".repeat(1_200_000) + "\"").to(service).is(413);
    }
    if (statuses.contains("412")) {
      Call stale = call.saying(example(operation)).with("If-Match", "\"99\"");
      appKeyAt(path, tenant);
      stale.to(service).is(412);
    }
    if (statuses.contains("422")) {
      Call.of("POST", MODELS, "{\"name\":\"m\"}").in(tenant).under(key).to(service).is(201);
      call.saying(example(operation)).to(service).is(422);
    }
  }

  private static Service guarded() {
    return Service.guardedOn(Engines.SQLITE);
  }

  /** An app key is found missing before it is found in another version. */
  private void appKeyAt(String path, String tenant) {
    if (path.endsWith("/netaxis/tea")) {
      appKey(tenant, "netaxis", "tea", "x");
    }
  }

  private static String example(Documented.Operation operation) {
    return operation.is().at("/requestBody/content/application~1json/example").isMissingNode()
        ? ""
        : operation.is().at("/requestBody/content/application~1json/example").toString();
  }

  /** A key that names another's tenant is told on every path that it is not there. */
  private void missing(Documented.Operation operation, String path) {
    boolean open = !operation.is().get("responses").has("401");
    Answer answer =
        open
            ? get(path.replace("conflict", "none"))
            : Call.of(operation.method(), path, "").as(tenantKey).in("nobody").to(guarded());
    answer.is(404);
  }
}
