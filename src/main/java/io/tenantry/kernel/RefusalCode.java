package io.tenantry.kernel;

/**
 * Every reason for which Tenantry refuses a request. Each surface maps all of them by an exhaustive
 * switch, so a new one does not compile until every surface has an answer.
 */
public enum RefusalCode {
  /** Cannot be read as a request: bytes, JSON syntax, duplicate members, headers, query. */
  UNREADABLE,
  UNAUTHENTICATED,
  FORBIDDEN,
  NOT_FOUND,
  METHOD_NOT_ALLOWED,
  CONFLICT,
  /** The thing to be created exists. */
  ALREADY_EXISTS,
  TOO_MANY_REQUESTS,
  INTERNAL,
  UNAVAILABLE,
  /** Read, but a field is invalid. */
  INVALID,
  PRECONDITION_FAILED,
  IDEMPOTENCY_KEY_REUSED,
  IDEMPOTENCY_KEY_IN_USE,
  TOO_LARGE,
  /** The body did not arrive in time. */
  TOO_SLOW,
  NOT_ACCEPTABLE,
  UNSUPPORTED_MEDIA_TYPE,
  TENANT_NOT_FOUND,
  TENANT_EXISTS,
  TENANT_INACTIVE,
  QUOTA_EXCEEDED
}
