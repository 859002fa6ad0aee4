package webdemo;

import io.tenantry.api.support.Answer;
import io.tenantry.api.support.StandardAnswers;
import io.tenantry.api.support.Surface;
import io.tenantry.kernel.RefusalCode;

/** As a surface writes it: every code is named. */
class AppKeysSurface implements Surface {

  @Override
  public boolean owns(String path) {
    return path.matches("/api/v1/tenants/[^/]*/properties(/.*)?");
  }

  @Override
  public Answer answer(RefusalCode code) {
    return switch (code) {
      case ALREADY_EXISTS -> StandardAnswers.answer(code).with(400, 11);
      case INVALID, UNREADABLE -> StandardAnswers.answer(code).with(400, 2);
      case UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          METHOD_UNKNOWN,
          CONFLICT,
          TOO_MANY_REQUESTS,
          INTERNAL,
          UNAVAILABLE,
          PRECONDITION_FAILED,
          IDEMPOTENCY_KEY_REUSED,
          IDEMPOTENCY_KEY_IN_USE,
          TOO_LARGE,
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
