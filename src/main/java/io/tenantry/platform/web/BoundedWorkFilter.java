package io.tenantry.platform.web;

import io.tenantry.kernel.Memory;
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

/** Bounds what a request may take: of the heap, together with all others, and of time. */
final class BoundedWorkFilter extends OncePerRequestFilter {

  private final Memory memory;
  private final Pace pace;

  BoundedWorkFilter(Memory memory, Pace pace) {
    this.memory = memory;
    this.pace = pace;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var taken = RequestMemory.open(memory)) {
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
