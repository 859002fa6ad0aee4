package io.tenantry.platform.web;

import io.tenantry.api.support.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, tells it to the client, and to each line of the log, there with the
 * trace that it is part of.
 */
final class RequestIdFilter extends OncePerRequestFilter {

  private static final String REQUEST = "request_id";
  private static final String TRACE = "trace_id";

  private final boolean tells;

  /**
   * @param tells whether this is who tells the trace; else tracing itself does
   */
  RequestIdFilter(boolean tells) {
    this.tells = tells;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = RequestId.of(request);
    response.setHeader(RequestId.HEADER, id);
    // a span in the log, and another trace's id beside it, would contradict each other
    String trace = tells ? TraceContext.traceId(request) : null;
    MDC.put(REQUEST, id);
    if (trace != null) {
      MDC.put(TRACE, trace);
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (trace != null) {
        MDC.remove(TRACE);
      }
      MDC.remove(REQUEST);
    }
  }
}
