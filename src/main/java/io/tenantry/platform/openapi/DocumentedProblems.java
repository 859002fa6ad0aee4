package io.tenantry.platform.openapi;

import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tenantry.api.support.Problem;
import io.tenantry.api.support.Problems;
import io.tenantry.api.support.WebJson;
import io.tenantry.kernel.RefusalCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The answers to refusals, made by what answers them; each is told once and referred to. */
final class DocumentedProblems {

  private static final Set<RefusalCode> RETRIED =
      Set.of(
          RefusalCode.TOO_MANY_REQUESTS,
          RefusalCode.UNAVAILABLE,
          RefusalCode.IDEMPOTENCY_KEY_IN_USE);

  private static final JsonMapper JSON = new JsonMapper();

  private final Problems problems;
  private final WebJson json;
  private final Schemas schemas;
  private final Map<String, ApiResponse> responses = new TreeMap<>();

  DocumentedProblems(Problems problems, WebJson json, Schemas schemas) {
    this.problems = problems;
    this.json = json;
    this.schemas = schemas;
  }

  Map<String, ApiResponse> responses() {
    return responses;
  }

  /**
   * By status.
   *
   * @param path with which surface it lies
   */
  Map<String, ApiResponse> of(String path, Collection<RefusalCode> codes) {
    var byStatus =
        codes.stream()
            .collect(
                Collectors.groupingBy(
                    code -> String.valueOf(problems.example(path, code).status()),
                    TreeMap::new,
                    Collectors.toList()));
    var references = new TreeMap<String, ApiResponse>();
    byStatus.forEach((status, of) -> references.put(status, reference(status, path, of)));
    return references;
  }

  private ApiResponse reference(String status, String path, List<RefusalCode> codes) {
    var examples = new TreeMap<String, Problem>();
    for (var code : codes) {
      var problem = problems.example(path, code);
      examples.put(slug(problem), problem);
    }
    // the same refusals look alike wherever a surface has no numbers of its own
    boolean own = examples.values().stream().anyMatch(DocumentedProblems::isNumbered);
    var name = status + (own ? ".fields." : ".") + String.join(".", examples.keySet());
    responses.computeIfAbsent(name, n -> response(examples, codes));
    return new ApiResponse().$ref("#/components/responses/" + name);
  }

  private ApiResponse response(Map<String, Problem> examples, List<RefusalCode> codes) {
    var content = new MediaType().schema(schemas.of(Problem.class, false));
    examples.forEach(
        (slug, problem) ->
            content.addExamples(
                slug, new Example().summary(problem.title()).value(shown(problem))));
    var response =
        new ApiResponse()
            .description(
                examples.values().stream().map(Problem::title).collect(Collectors.joining("; ")))
            .content(new Content().addMediaType("application/problem+json", content));
    DocumentedOperations.EVERYWHERE.forEach(
        name -> response.addHeaderObject(name, SharedParts.header(name)));
    if (codes.stream().anyMatch(RETRIED::contains)) {
      response.addHeaderObject("Retry-After", SharedParts.header("Retry-After"));
    }
    if (codes.contains(RefusalCode.UNAUTHENTICATED)) {
      response.addHeaderObject("WWW-Authenticate", SharedParts.header("WWW-Authenticate"));
    }
    return response;
  }

  /** As it is on the wire. */
  private Object shown(Problem problem) {
    return JSON.readValue(json.write(problem), Object.class);
  }

  private static boolean isNumbered(Problem problem) {
    return problem.errors() != null
        && problem.errors().stream().anyMatch(entry -> entry.code() != null);
  }

  private static String slug(Problem problem) {
    return problem.type().substring(problem.type().lastIndexOf('/') + 1);
  }
}
