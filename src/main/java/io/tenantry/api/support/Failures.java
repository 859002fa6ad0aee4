package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what a failure is to a client: a refusal, also where a framework found the mistake. */
final class Failures {

  private final Refusals refusals;

  Failures(Refusals refusals) {
    this.refusals = refusals;
  }

  Refusal refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    Refusal wrapped = refusals.find(failure);
    return wrapped != null ? wrapped : ofFramework(failure);
  }

  private static Refusal ofFramework(Throwable failure) {
    return switch (failure) {
      case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e);
      case HttpMediaTypeNotSupportedException e ->
          Refusal.of(
              RefusalCode.UNSUPPORTED_MEDIA_TYPE,
              "the body must be of type "
                  + e.getSupportedMediaTypes().stream()
                      .map(MediaType::toString)
                      .distinct()
                      .sorted()
                      .collect(Collectors.joining(" or ")));
      case HttpMediaTypeNotAcceptableException e ->
          Refusal.of(RefusalCode.NOT_ACCEPTABLE, "no media type that Accept names can be given");
      case MissingServletRequestParameterException e ->
          Unreadable.because(e.getParameterName(), "must be given in the query");
      case MissingRequestHeaderException e ->
          Unreadable.because(e.getHeaderName(), "must be given as a header");
      case MethodArgumentTypeMismatchException e ->
          Unreadable.because(e.getName(), "must be " + expected(e.getRequiredType()));
      case TypeMismatchException e ->
          Refusal.of(RefusalCode.UNREADABLE, "a value is of the wrong type");
      case HttpMessageNotReadableException e ->
          Refusal.of(RefusalCode.UNREADABLE, "the body cannot be read");
      case ErrorResponse e -> ofStatus(e.getStatusCode().value());
      default -> ofStatus(500);
    };
  }

  private static Refusal methodNotAllowed(HttpRequestMethodNotSupportedException e) {
    var supported = e.getSupportedHttpMethods();
    var methods = new TreeSet<String>();
    if (supported != null) {
      supported.forEach(method -> methods.add(method.name()));
      methods.add("OPTIONS");
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return Refusal.of(
        RefusalCode.METHOD_NOT_ALLOWED,
        Text.printable(e.getMethod()) + " is not a method of this path",
        Map.of(Problems.ALLOW, String.join(", ", methods)));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null || type == String.class) {
      return "a single value";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return "a whole number within its range";
  }

  /** For what only a status is known of, such as what the container itself has refused. */
  static Refusal ofStatus(int status) {
    return switch (status) {
      case 401 -> Refusal.of(RefusalCode.UNAUTHENTICATED, "a credential is needed");
      case 403 -> Refusal.of(RefusalCode.FORBIDDEN, "this is not allowed");
      case 404 -> Refusal.of(RefusalCode.NOT_FOUND, "there is nothing at this path");
      case 405 -> Refusal.of(RefusalCode.METHOD_NOT_ALLOWED, "not a method of this path");
      case 406 -> Refusal.of(RefusalCode.NOT_ACCEPTABLE, "no acceptable media type can be given");
      case 408 -> Refusal.of(RefusalCode.TOO_SLOW, "the request did not arrive in time");
      case 413 -> Refusal.of(RefusalCode.TOO_LARGE, "the body is too large");
      case 415 -> Refusal.of(RefusalCode.UNSUPPORTED_MEDIA_TYPE, "the media type is not read here");
      case 429 -> Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "too many requests");
      case 503 -> Refusal.retryAfter(RefusalCode.UNAVAILABLE, "the service cannot answer now", 1);
      default ->
          status >= 400 && status < 500
              ? Refusal.of(RefusalCode.UNREADABLE, "the request cannot be read as HTTP")
              : Refusal.of(
                  RefusalCode.INTERNAL,
                  "something went wrong inside the service; the request id finds it in the log");
    };
  }
}
