package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where error answers are made, whoever finds the error. */
public final class Problems {

  /** In a refusal's details: the methods that the path knows. */
  static final String ALLOW = "allow";

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final List<Surface> surfaces;
  private final WebJson json;
  private final Failures failures;
  private final RefusedRequests refused;

  Problems(List<Surface> surfaces, WebJson json, Failures failures, RefusedRequests refused) {
    this.surfaces = surfaces;
    this.json = json;
    this.failures = failures;
    this.refused = refused;
  }

  /** What the container refused, of which only a status, and perhaps a cause, is known. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      @Nullable Throwable cause)
      throws IOException {
    boolean ours = status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    write(
        request,
        response,
        cause != null && ours ? cause : ContainerRefusals.of(request, status, cause));
  }

  /** Whatever was thrown: a client's mistake is told to the client, a fault of ours to the log. */
  public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Refusal refusal = failures.refusal(failure);
    if (refusal.code() == RefusalCode.INTERNAL) {
      log.error(
          "{} {} failed, request {}",
          request.getMethod(),
          path(request),
          RequestId.of(request),
          failure);
    }
    write(request, response, refusal);
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    refused.count(refusal.code());
    String path = path(request);
    Answer answer = answer(path, refusal.code());
    String requestId = RequestId.of(request);
    byte[] body = json.write(Problem.of(answer, refusal, path, requestId));
    response.resetBuffer();
    response.setStatus(answer.status());
    response.setHeader(RequestId.HEADER, requestId);
    setHeaders(response, answer.status(), refusal);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** How such a refusal is answered at that path, for the document of the interface. */
  public Problem example(String path, RefusalCode code) {
    return Problem.of(answer(path, code), ExampleRefusals.of(code), path, "order-4711");
  }

  private Answer answer(String path, RefusalCode code) {
    return surfaces.stream()
        .filter(surface -> surface.owns(path))
        .findFirst()
        .map(surface -> surface.answer(code))
        .orElseGet(() -> StandardAnswers.answer(code));
  }

  private static void setHeaders(HttpServletResponse response, int status, Refusal refusal) {
    Long retryAfter = refusal.retryAfter();
    if (retryAfter != null || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", retryAfter == null ? "1" : retryAfter.toString());
    }
    String allow = refusal.details().get(ALLOW);
    if (allow != null) {
      response.setHeader("Allow", allow);
    }
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
  }

  /** The path as it was sent, also while the container forwards to its error page. */
  private static String path(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original) {
      return original;
    }
    ServletRequest sent = request;
    while (sent instanceof ServletRequestWrapper wrapper) {
      sent = wrapper.getRequest();
    }
    return sent instanceof HttpServletRequest http
        ? Objects.toString(http.getRequestURI(), "")
        : "";
  }
}
