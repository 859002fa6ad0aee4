package io.tenantry.platform.web;

import io.tenantry.api.support.Problems;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers, in Tomcat's stead, what Tomcat refuses before any filter has seen it. */
final class ProblemReportValve extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

  private static final int BAD_REQUEST = 400;
  private static final int TIMEOUT = 408;
  private static final int UNAVAILABLE = 503;

  private final Problems problems;

  ProblemReportValve(Problems problems) {
    this.problems = problems;
  }

  /**
   * A connector that is paused between a request's line and its headers takes the request for one
   * without Host: 400, for which the client could do nothing.
   */
  private static boolean isStopping(Request request) {
    return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
        && protocol.isPaused();
  }

  /** A read that has failed has spoiled the answer of whoever was reading. */
  private static boolean isSilence(@Nullable Throwable failure) {
    return failure != null && PacedInput.isSilence(failure);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean writable = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
    if (!writable.get()) {
      return;
    }
    if (isStopping(request)) {
      status = UNAVAILABLE;
    } else if (isSilence(failure)) {
      status = TIMEOUT;
    }
    UnreadTarget target =
        status == BAD_REQUEST ? UnreadTarget.of(request.getCoyoteRequest()) : null;
    try {
      if (target != null) {
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, target.path());
      }
      if (target != null && target.refusal() != null) {
        problems.write(request, response.getResponse(), target.refusal());
      } else {
        problems.write(request, response.getResponse(), status, failure);
      }
    } catch (IOException e) {
      log.debug("the client has gone", e);
    }
  }
}
