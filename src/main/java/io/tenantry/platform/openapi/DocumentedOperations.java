package io.tenantry.platform.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.IdempotencyKey;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.OpenToAll;
import io.tenantry.tenant.TenantView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Documents what endpoints read and answer, from the same types and rules that they obey. */
final class DocumentedOperations {

  static final List<String> EVERYWHERE =
      List.of("X-Request-ID", "Cache-Control", "Vary", "RateLimit", "RateLimit-Policy");

  private final Schemas schemas;
  private final DocumentedProblems problems;

  DocumentedOperations(Schemas schemas, DocumentedProblems problems) {
    this.schemas = schemas;
    this.problems = problems;
  }

  Operation operation(Operation operation, HandlerMethod method) {
    var endpoint = Endpoint.of(method);
    operation.setParameters(parameters(endpoint));
    operation.setRequestBody(body(method));
    operation.setResponses(responses(endpoint));
    if (method.getBeanType().isAnnotationPresent(OpenToAll.class)) {
      // none at all
      operation.setSecurity(List.of());
    }
    return operation;
  }

  private List<Parameter> parameters(Endpoint endpoint) {
    var shared = new LinkedHashMap<String, Parameter>();
    var query = new ArrayList<Parameter>();
    for (var parameter : endpoint.method().getMethodParameters()) {
      if (parameter.hasParameterAnnotation(PathVariable.class)) {
        refer(shared, endpoint.nameOf(parameter));
      } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
        query.add(query(endpoint, parameter));
      } else if (parameter.getParameterType() == TenantView.class) {
        refer(shared, endpoint.path().contains("{tenant}") ? "tenant" : "X-Tenant-ID");
      } else if (parameter.getParameterType() == IfMatch.class) {
        refer(shared, "If-Match");
      } else if (parameter.getParameterType() == IfNoneMatch.class) {
        refer(shared, "If-None-Match");
      }
    }
    boolean keyRequired = endpoint.method().hasMethodAnnotation(IdempotencyKeyRequired.class);
    if (keyRequired) {
      var required = requireNonNull(SharedParts.PARAMETERS.get(IdempotencyKey.HEADER));
      shared.put(
          IdempotencyKey.HEADER,
          new Parameter()
              .in("header")
              .name(IdempotencyKey.HEADER)
              .description(required.getDescription())
              .schema(required.getSchema())
              .example(required.getExample())
              .required(true));
    } else if (!endpoint.reads()) {
      refer(shared, IdempotencyKey.HEADER);
    }
    if (endpoint.reads() && !endpoint.open()) {
      refer(shared, "Consistency-Token");
    }
    refer(shared, "X-Request-ID");
    var all = new ArrayList<>(query);
    all.addAll(shared.values());
    return all;
  }

  private static void refer(Map<String, Parameter> shared, String name) {
    shared.put(name, SharedParts.parameter(name));
  }

  private Parameter query(Endpoint endpoint, MethodParameter parameter) {
    var hints =
        new Hints(
            parameter.getParameterAnnotation(io.swagger.v3.oas.annotations.media.Schema.class),
            null);
    var schema = schemas.of(parameter.getParameterType(), hints, true);
    var description = schema.getDescription();
    return new Parameter()
        .in("query")
        .name(endpoint.nameOf(parameter))
        .description(description)
        .schema(schema.description(null));
  }

  private @Nullable RequestBody body(HandlerMethod method) {
    for (var parameter : method.getMethodParameters()) {
      var body = parameter.getParameterAnnotation(Body.class);
      if (body != null && parameter.getParameterType() != JsonNode.class) {
        var content = new Content();
        for (int i = 0; i < body.value().length; i++) {
          var type =
              body.documentedAs().length == 0
                  ? parameter.getGenericParameterType()
                  : body.documentedAs()[i];
          content.addMediaType(body.value()[i], media(schemas.of(type, true), true));
        }
        return new RequestBody().required(body.required()).content(content);
      }
    }
    return null;
  }

  private MediaType media(Schema<Object> schema, boolean request) {
    return new MediaType()
        .schema(schema)
        .example(new Examples(schemas.components(), request).of(schema));
  }

  private ApiResponses responses(Endpoint endpoint) {
    var responses = new ApiResponses();
    var success = new ApiResponse().description(endpoint.success());
    var schema = schemas.of(endpoint.answer(), false);
    var content = new Content().addMediaType("application/json", media(schema, false));
    endpoint
        .otherMediaTypes()
        .forEach(type -> content.addMediaType(type, new MediaType().schema(new JsonSchema())));
    success.content(content);
    endpoint.successHeaders().forEach(h -> success.addHeaderObject(h, SharedParts.header(h)));
    responses.addApiResponse(endpoint.status(), success);
    if (endpoint.mayBeKnown()) {
      var known = new ApiResponse().description("The client has that version already.");
      endpoint.successHeaders().forEach(h -> known.addHeaderObject(h, SharedParts.header(h)));
      responses.addApiResponse("304", known);
    }
    problems
        .of(endpoint.examplePath(), Refusable.codes(endpoint.method(), endpoint.reads()))
        .forEach(responses::addApiResponse);
    return responses;
  }
}
