package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever an endpoint throws, unless it has been answered before. */
@RestControllerAdvice
final class ProblemAdvice {

  private final Problems problems;
  private final Repetitions repetitions;

  ProblemAdvice(Problems problems, Repetitions repetitions) {
    this.problems = problems;
    this.repetitions = repetitions;
  }

  /**
   * Throws on what comes after the answer has begun: only a connection that breaks tells the client
   * that a streamed answer is not whole.
   */
  @ExceptionHandler(Throwable.class)
  @Nullable ResponseEntity<?> problem(
      HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws Throwable {
    if (response.isCommitted()) {
      if (isAnswered(failure)) {
        return null;
      }
      throw failure;
    }
    ResponseEntity<?> first = null;
    Throwable told = failure;
    try {
      first = repetitions.answer(request, failure);
    } catch (RuntimeException e) {
      told = e;
    }
    // to ask for it the body was read; one that cannot be read the container has answered itself
    if (first == null && !response.isCommitted()) {
      problems.write(request, response, told);
    }
    return first;
  }

  /**
   * The container has found it too, and answered: a body that is malformed, or comes too slowly.
   */
  private static boolean isAnswered(Throwable failure) {
    return failure instanceof Refusal refusal
        && (refusal.code() == RefusalCode.UNREADABLE || refusal.code() == RefusalCode.TOO_SLOW);
  }

  /** The client has gone; there is nobody to tell. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() throws IOException {}
}
