package io.tenantry.platform.web;

import io.tenantry.api.support.Problems;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Memory;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.RequestMemory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may take: of threads, of the heap and of costly work, together with all
 * others, and of time.
 */
final class BoundedWorkFilter extends OncePerRequestFilter {

  private final Memory memory;
  private final CostlyWork work;
  private final Pace pace;
  private final Problems problems;

  BoundedWorkFilter(Memory memory, CostlyWork work, Pace pace, Problems problems) {
    this.memory = memory;
    this.work = work;
    this.pace = pace;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(RequestThreads.BUSY) != null) {
      problems.write(
          request,
          response,
          Refusal.retryAfter(
              RefusalCode.UNAVAILABLE, "too many requests are being worked on; try again", 1));
      return;
    }
    // whose work it is, is known when the request has been admitted
    try (var taken = RequestMemory.open(memory);
        var share = work.open("")) {
      chain.doFilter(new Sender(request), new Reader(response));
    }
  }

  private final class Sender extends HttpServletRequestWrapper {

    private @Nullable ServletInputStream body;

    Sender(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new PacedInput(super.getInputStream(), pace);
      }
      return body;
    }
  }

  private final class Reader extends HttpServletResponseWrapper {

    private @Nullable ServletOutputStream answer;

    Reader(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (answer == null) {
        answer = new PacedOutput(super.getOutputStream(), pace);
      }
      return answer;
    }
  }
}
