package io.tenantry.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.IdempotencyKey;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.Problem;
import io.tenantry.api.support.RequestId;
import io.tenantry.tenant.TenantView;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Documents what our own argument types read: bodies and headers; and the problem body. */
final class DocumentedRequests {

  private static final String PROBLEM = "Problem";
  private static final String IDEMPOTENCY_KEY =
      "1 to 255 printable ASCII characters. A write that is sent again under the same key has"
          + " happened once, and is answered as it was; another request under it is 422.";

  private final Map<String, Schema<?>> schemas = new ConcurrentHashMap<>();

  Operation operation(Operation operation, HandlerMethod method) {
    for (MethodParameter parameter : method.getMethodParameters()) {
      Body body = parameter.getParameterAnnotation(Body.class);
      if (body != null) {
        operation.setRequestBody(requestBody(body, parameter));
      } else if (parameter.getParameterType() == IfMatch.class) {
        header(operation, "If-Match", "The versions in which the resource may be; else 412.");
      } else if (parameter.getParameterType() == IfNoneMatch.class) {
        header(operation, "If-None-Match", "The version that the client has; then 304.");
      } else if (parameter.getParameterType() == TenantView.class) {
        tenant(operation, path(method));
      }
    }
    header(operation, RequestId.HEADER, "1 to 128 printable ASCII characters, echoed.");
    boolean keyRequired = method.hasMethodAnnotation(IdempotencyKeyRequired.class);
    if (isRead(method)) {
      header(operation, "Consistency-Token", "From a write that this read must see.");
    }
    if (keyRequired || !isRead(method)) {
      header(operation, IdempotencyKey.HEADER, IDEMPOTENCY_KEY).setRequired(keyRequired);
    }
    problems(operation);
    if (!isRead(method)) {
      replays(operation);
    }
    return operation;
  }

  void components(OpenAPI openApi) {
    Components components =
        openApi.getComponents() == null ? new Components() : openApi.getComponents();
    openApi.setComponents(components);
    resolve(Problem.class);
    schemas.forEach(components::addSchemas);
  }

  private RequestBody requestBody(Body body, MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    boolean free = type == JsonNode.class || type == JsonBody.class;
    Schema<?> schema = free ? new Schema<>() : resolve(parameter.getGenericParameterType());
    Content content = new Content();
    Arrays.stream(body.value())
        .forEach(m -> content.addMediaType(m, new MediaType().schema(schema)));
    return new RequestBody().required(body.required()).content(content);
  }

  private Schema<?> resolve(Type type) {
    ResolvedSchema resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach((name, schema) -> schemas.put(name, schema));
    return resolved.schema;
  }

  private static void tenant(Operation operation, String path) {
    if (path.contains("{tenant}")) {
      add(operation, "path", "tenant", "The tenant, by id or slug.").setRequired(true);
    } else {
      header(
          operation,
          "X-Tenant-ID",
          "The tenant, by id or slug. The operator must name it; a tenant's key need not.");
    }
  }

  private static Parameter header(Operation operation, String name, String description) {
    return add(operation, "header", name, description);
  }

  private static Parameter add(Operation operation, String in, String name, String description) {
    Parameter parameter =
        new Parameter()
            .in(in)
            .name(name)
            .description(description)
            .required(false)
            // springdoc changes the set
            .schema(new StringSchema().types(new HashSet<>(Set.of("string"))));
    operation.addParametersItem(parameter);
    return parameter;
  }

  private static void problems(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static void replays(Operation operation) {
    operation
        .getResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")) {
                response.addHeaderObject(
                    "Idempotent-Replayed",
                    new Header()
                        .description(
                            "With a key: whether this is the answer to an earlier request.")
                        .schema(new BooleanSchema()));
              }
            });
  }

  private static boolean isRead(HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    return mapping != null && Arrays.asList(mapping.method()).contains(RequestMethod.GET);
  }

  private static String path(HandlerMethod method) {
    RequestMapping own =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    RequestMapping type =
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
    return (type == null ? "" : String.join(",", type.path()))
        + (own == null ? "" : String.join(",", own.path()));
  }
}
