package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of the interface, against which each answer is held that any test of this package
 * has been given: its status, its media type, its headers, and its body, in which nothing may be
 * that the document does not name.
 */
final class Documented {

  /** A call that the document has. */
  record Operation(String method, String path, JsonNode is) {

    String key() {
      return method + " " + path;
    }

    private boolean isAt(String asked) {
      return Pattern.matches(Pattern.compile("\\{[^}]+}").matcher(path).replaceAll("[^/]+"), asked);
    }
  }

  /** Of any message of HTTP, of CORS, and of what Spring and its Security guard by. */
  private static final Set<String> OF_ALL =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "date",
          // where a name ends like that of a file
          "content-disposition",
          "x-content-type-options",
          "x-xss-protection",
          "x-frame-options",
          "strict-transport-security");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(Dialects.getDraft202012());
  private static @Nullable Documented known;

  private final JsonNode document;
  private final JsonNode closedComponents;
  private final List<Operation> operations;
  private final Map<String, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

  /** Which statuses of which operations have been seen. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private Documented(JsonNode document) {
    this.document = document;
    this.closedComponents = closed(document.get("components").deepCopy());
    this.operations =
        document.get("paths").properties().stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(
                            method ->
                                new Operation(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    method.getValue())))
            // a name before what stands for any name
            .sorted(Comparator.comparingInt(operation -> operation.path().split("\\{", -1).length))
            .toList();
  }

  static synchronized Documented by(Service service) {
    if (known == null) {
      known = new Documented(Answer.json(service.unheld("GET", "/openapi.json").body()));
    }
    return known;
  }

  List<Operation> operations() {
    return operations;
  }

  Set<String> seen() {
    return new TreeSet<>(seen);
  }

  /** The answer, once it is found to be as documented; another method's or path's as it is. */
  Answer held(String method, Answer answer) {
    String path = answer.path().split("\\?", 2)[0].replaceFirst("(?<=.)/$", "");
    String as = method.equals("HEAD") ? "GET" : method;
    operations.stream()
        .filter(operation -> operation.method().equals(as) && operation.isAt(path))
        .findFirst()
        .ifPresent(operation -> hold(operation, method, answer));
    return answer;
  }

  private void hold(Operation operation, String method, Answer answer) {
    String status = String.valueOf(answer.status());
    String what = operation.key() + " -> " + answer;
    JsonNode response = operation.is().get("responses").get(status);
    assertThat(response).as("undocumented status of " + what).isNotNull();
    response = resolved(response);
    Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.addAll(OF_ALL);
    headers.addAll(response.path("headers").propertyNames());
    assertThat(answer.headers().keySet())
        .as("undocumented header of " + what)
        .allMatch(
            header ->
                headers.contains(header) || header.toLowerCase().startsWith("access-control"));
    seen.add(operation.key() + " " + status);
    if (method.equals("HEAD") || answer.status() == 304) {
      assertThat(answer.body()).as(what).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").split(";", 2)[0];
    JsonNode media = response.path("content").get(type);
    assertThat(media).as("undocumented media type of " + what).isNotNull();
    if (type.endsWith("json") && answer.headerOrNull("Content-Encoding") == null) {
      String name = operation.key() + " " + status + " " + type;
      var schema = schemas.computeIfAbsent(name, n -> schema(media.get("schema"), true));
      assertThat(schema.validate(answer.json())).as(what).isEmpty();
    }
  }

  /** Whether an example is as its schema says. */
  void valid(JsonNode schema, JsonNode example) {
    assertThat(schema(schema, false).validate(example)).as(example.toString()).isEmpty();
  }

  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : document.at(reference.stringValue().substring(1));
  }

  private com.networknt.schema.Schema schema(JsonNode schema, boolean strictly) {
    ObjectNode whole = (ObjectNode) (strictly ? closed(schema.deepCopy()) : schema.deepCopy());
    whole.set("components", strictly ? closedComponents : document.get("components"));
    return REGISTRY.getSchema(whole);
  }

  /** With no member but those it names: a client would never learn of another. */
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Documented::closed);
    return node;
  }
}
