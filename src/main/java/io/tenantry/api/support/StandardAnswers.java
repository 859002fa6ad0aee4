package io.tenantry.api.support;

import io.tenantry.kernel.RefusalCode;

/** The answers of the contract, for every surface whose document says nothing else. */
public final class StandardAnswers {

  private StandardAnswers() {}

  public static Answer answer(RefusalCode code) {
    return switch (code) {
      case UNREADABLE -> new Answer(ProblemType.UNREADABLE, 400, 1000);
      case UNAUTHENTICATED -> new Answer(ProblemType.UNAUTHENTICATED, 401, 1001);
      case FORBIDDEN -> new Answer(ProblemType.FORBIDDEN, 403, 1002);
      case NOT_FOUND -> new Answer(ProblemType.NOT_FOUND, 404, 1003);
      case METHOD_NOT_ALLOWED -> new Answer(ProblemType.METHOD, 405, 1004);
      case CONFLICT -> new Answer(ProblemType.CONFLICT, 409, 1005);
      case ALREADY_EXISTS -> new Answer(ProblemType.EXISTS, 409, 1005);
      case TOO_MANY_REQUESTS -> new Answer(ProblemType.TOO_MANY_REQUESTS, 429, 1006);
      case INTERNAL -> new Answer(ProblemType.INTERNAL, 500, 1007);
      case UNAVAILABLE -> new Answer(ProblemType.UNAVAILABLE, 503, 1008);
      case INVALID -> new Answer(ProblemType.VALIDATION, 400, 1010);
      case PRECONDITION_FAILED -> new Answer(ProblemType.PRECONDITION_FAILED, 412, 1011);
      case IDEMPOTENCY_KEY_REUSED -> new Answer(ProblemType.IDEMPOTENCY_KEY_REUSED, 422, 1012);
      case IDEMPOTENCY_KEY_IN_USE -> new Answer(ProblemType.IDEMPOTENCY_KEY_IN_USE, 409, 1016);
      case TOO_SLOW -> new Answer(ProblemType.TOO_SLOW, 408, 1000);
      case TOO_LARGE -> new Answer(ProblemType.TOO_LARGE, 413, 1013);
      case NOT_ACCEPTABLE -> new Answer(ProblemType.NOT_ACCEPTABLE, 406, 1014);
      case UNSUPPORTED_MEDIA_TYPE -> new Answer(ProblemType.MEDIA_TYPE, 415, 1015);
      case TENANT_NOT_FOUND -> new Answer(ProblemType.TENANT_NOT_FOUND, 404, 2000);
      case TENANT_EXISTS -> new Answer(ProblemType.TENANT_EXISTS, 409, 2001);
      case TENANT_INACTIVE -> new Answer(ProblemType.TENANT_INACTIVE, 403, 2002);
      case QUOTA_EXCEEDED -> new Answer(ProblemType.QUOTA, 403, 2010);
    };
  }
}
