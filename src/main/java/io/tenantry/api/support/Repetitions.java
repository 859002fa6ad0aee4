package io.tenantry.api.support;

import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Answers a repeated write again that is refused before it has become a command: its tenant is gone
 * by now, say. The record decides as if it were asked first; it is asked only now, so that writes
 * which are not refused cost nothing.
 */
final class Repetitions {

  private final Commands commands;
  private final Failures failures;

  Repetitions(Commands commands, Failures failures) {
    this.commands = commands;
    this.failures = failures;
  }

  /**
   * @return null when the refusal stands
   * @throws io.tenantry.kernel.Refusal that comes before that one
   */
  @Nullable ResponseEntity<?> answer(HttpServletRequest request, Throwable failure) {
    KeyedRequest keyed = KeyedRequest.of(request);
    return keyed == null || keyed.isDecided() || isFirst(failures.refusal(failure).code())
        ? null
        : commands.again(keyed);
  }

  /** What a request is told before anybody asks whether it has been done. */
  private static boolean isFirst(RefusalCode code) {
    return switch (code) {
      case UNREADABLE,
          UNAUTHENTICATED,
          METHOD_NOT_ALLOWED,
          TOO_MANY_REQUESTS,
          IDEMPOTENCY_KEY_REUSED,
          IDEMPOTENCY_KEY_IN_USE,
          TOO_LARGE,
          TOO_SLOW,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          TENANT_INACTIVE ->
          true;
      case FORBIDDEN,
          NOT_FOUND,
          CONFLICT,
          ALREADY_EXISTS,
          INTERNAL,
          UNAVAILABLE,
          INVALID,
          PRECONDITION_FAILED,
          TENANT_NOT_FOUND,
          TENANT_EXISTS,
          QUOTA_EXCEEDED ->
          false;
    };
  }
}
