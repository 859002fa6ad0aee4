package io.tenantry.api.appdata;

import io.tenantry.api.support.Answer;
import io.tenantry.api.support.StandardAnswers;
import io.tenantry.api.support.Surface;
import io.tenantry.kernel.RefusalCode;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The document has numbers of its own, and answers what exists already as an invalid request. */
@Component
class AppKeysSurface implements Surface {

  private static final Pattern PATHS =
      Pattern.compile("/api/v1/tenants/[^/]*/properties(/.*)?", Pattern.DOTALL);
  private static final int ALREADY_EXISTS = 11;
  private static final int INVALID_PARAMETERS = 2;

  @Override
  public boolean owns(String path) {
    return PATHS.matcher(path).matches();
  }

  @Override
  public Answer answer(RefusalCode code) {
    return switch (code) {
      case ALREADY_EXISTS -> StandardAnswers.answer(code).with(400, ALREADY_EXISTS);
      case INVALID, UNREADABLE -> StandardAnswers.answer(code).with(400, INVALID_PARAMETERS);
      case UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          CONFLICT,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE,
          PRECONDITION_FAILED,
          IDEMPOTENCY_KEY_REUSED,
          IDEMPOTENCY_KEY_IN_USE,
          TOO_LARGE,
          TOO_SLOW,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE,
          TENANT_NOT_FOUND,
          TENANT_EXISTS,
          TENANT_INACTIVE,
          QUOTA_EXCEEDED ->
          StandardAnswers.answer(code);
    };
  }
}
