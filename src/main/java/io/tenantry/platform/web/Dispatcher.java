package io.tenantry.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

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

  /** Without memory the process ends rather than limps: Spring would answer 500 and go on. */
  @Override
  protected @Nullable ModelAndView processHandlerException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure)
      throws Exception {
    if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof OutOfMemoryError error) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }
    return super.processHandlerException(request, response, handler, failure);
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
