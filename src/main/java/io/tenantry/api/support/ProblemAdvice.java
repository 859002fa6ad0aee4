package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever an endpoint throws. */
@RestControllerAdvice
final class ProblemAdvice {

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  /**
   * Throws on what comes after the answer has begun: only a connection that breaks tells the client
   * that a streamed answer is not whole.
   */
  @ExceptionHandler(Throwable.class)
  void problem(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws Throwable {
    if (response.isCommitted()) {
      throw failure;
    }
    problems.write(request, response, failure);
  }

  /** The client has gone; there is nobody to tell. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() throws IOException {}
}
