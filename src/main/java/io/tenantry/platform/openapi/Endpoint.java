package io.tenantry.platform.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.OpenToAll;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What the annotations and the signature of an endpoint say. */
record Endpoint(HandlerMethod method, String path, boolean reads) {

  static Endpoint of(HandlerMethod method) {
    var own =
        requireNonNull(
            AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
    var type =
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
    var path = (type == null ? "" : String.join(",", type.path())) + String.join(",", own.path());
    return new Endpoint(method, path, Arrays.asList(own.method()).contains(RequestMethod.GET));
  }

  boolean open() {
    return method.getBeanType().isAnnotationPresent(OpenToAll.class);
  }

  /** A path of its surface. */
  String examplePath() {
    var example = path;
    for (var parameter : SharedParts.PARAMETERS.values()) {
      example =
          example.replace("{" + parameter.getName() + "}", String.valueOf(parameter.getExample()));
    }
    return example;
  }

  String nameOf(MethodParameter parameter) {
    var variable = parameter.getParameterAnnotation(PathVariable.class);
    var query = parameter.getParameterAnnotation(RequestParam.class);
    var given = variable != null ? variable.name() : query != null ? query.name() : "";
    return given.isEmpty() ? requireNonNull(parameter.getParameterName()) : given;
  }

  boolean mayBeKnown() {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == IfNoneMatch.class);
  }

  private @Nullable ApiResponse said() {
    return method.getMethodAnnotation(ApiResponse.class);
  }

  String status() {
    var said = said();
    return said == null ? "200" : said.responseCode();
  }

  String success() {
    return status().equals("201") ? "It is created." : reads ? "As asked for." : "It is done.";
  }

  /** The shape of the answer's body; a streamed one says it by annotation. */
  Type answer() {
    var said = said();
    if (said != null) {
      for (var content : said.content()) {
        if (content.mediaType().isEmpty()) {
          return content.schema().implementation();
        }
      }
    }
    var type = method.getMethod().getGenericReturnType();
    return type instanceof ParameterizedType p && p.getRawType() == ResponseEntity.class
        ? p.getActualTypeArguments()[0]
        : type;
  }

  /** Beside JSON. */
  List<String> otherMediaTypes() {
    var said = said();
    return said == null
        ? List.of()
        : Arrays.stream(said.content())
            .map(Content::mediaType)
            .filter(type -> !type.isEmpty())
            .toList();
  }

  List<String> successHeaders() {
    var headers = new ArrayList<>(DocumentedOperations.EVERYWHERE);
    if (!reads) {
      headers.addAll(List.of("Consistency-Token", "Consistency", "Idempotent-Replayed"));
    }
    if (status().equals("201")) {
      headers.add("Location");
    }
    var more = method.getMethodAnnotation(Gives.class);
    headers.addAll(more == null ? List.of() : List.of(more.value()));
    return headers;
  }
}
