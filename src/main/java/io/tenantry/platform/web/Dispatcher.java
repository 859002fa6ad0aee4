package io.tenantry.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Treats TRACE as any method that a path does not know, where a servlet would send back what it was
 * sent, credentials included.
 */
final class Dispatcher extends DispatcherServlet {

  private static final long serialVersionUID = 1L;

  Dispatcher() {
    setDispatchOptionsRequest(true);
  }

  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    processRequest(request, response);
  }

  @Override
  protected void doService(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    super.doService(request, new Unhurried(request, response));
  }

  /**
   * Spring sends what it has before it says that this was all, so that a small answer would have no
   * length; and it sends headers that say nothing, such as Accept-Patch where there is no PATCH.
   */
  private static final class Unhurried extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    Unhurried(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void flushBuffer() throws IOException {
      if (request.isAsyncStarted()) {
        super.flushBuffer();
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!value.isEmpty()) {
        super.addHeader(name, value);
      }
    }
  }
}
