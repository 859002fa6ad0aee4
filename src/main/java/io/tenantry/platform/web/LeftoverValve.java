package io.tenantry.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of a body that nobody wanted is read, so that the client reads the answer, but in
 * the time of any other body; Tomcat would read it for as long as the client likes.
 */
final class LeftoverValve extends ValveBase {

  private static final Logger log = LoggerFactory.getLogger(LeftoverValve.class);

  private static final int BYTES_AT_MOST = 16 << 20;

  private final Pace pace;

  LeftoverValve(Pace pace) {
    // else no request that passes it could be answered later
    super(true);
    this.pace = pace;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (isOurs(request, response) && !isRead(request) && !readRest(request, response)) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  /** What has failed half-way, the container closes. */
  private static boolean isOurs(Request request, Response response) {
    return !request.isAsync() && !response.isError();
  }

  private static boolean isRead(Request request) {
    var read = new AtomicBoolean();
    request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return read.get();
  }

  private boolean readRest(Request request, Response response) {
    // who waits to be told to go on has been told something else
    if (request.getCoyoteRequest().hasExpectation() || !isOpen(response)) {
      return false;
    }
    try {
      // finished, it would take no more of the body
      response.flushBuffer();
      var body = request.getInputStream();
      var buffer = new byte[1 << 13];
      long bytes = 0;
      long begin = System.nanoTime();
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > BYTES_AT_MOST || !pace.allows(bytes, System.nanoTime() - begin)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      log.debug("the client has gone", e);
      return false;
    }
  }

  private static boolean isOpen(Response response) {
    var open = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
    return open.get();
  }
}
