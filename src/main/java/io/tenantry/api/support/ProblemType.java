package io.tenantry.api.support;

/** The kinds of problems, each with a page of its own at {@code /problems/<slug>}. */
public enum ProblemType {
  UNREADABLE(
      "unreadable",
      "Unreadable request",
      "The request cannot be read: its bytes, its JSON, a header or its query is malformed. The"
          + " detail names the place. Correct it and send it again."),
  UNAUTHENTICATED(
      "unauthenticated",
      "Not authenticated",
      "The credential in X-API-Key or Authorization is unknown, malformed, expired or revoked."),
  FORBIDDEN("forbidden", "Forbidden", "You are known, but this is not yours to do."),
  NOT_FOUND("not-found", "Not found", "There is nothing here, or nothing that you may see."),
  METHOD(
      "method",
      "Method not allowed",
      "This path does not know this method. The header Allow lists those that it knows."),
  CONFLICT("conflict", "Conflict", "The request contradicts the state of things as it is now."),
  EXISTS("exists", "Exists already", "What is to be created is there already."),
  TOO_MANY_REQUESTS(
      "too-many-requests",
      "Too many requests",
      "Wait as long as the header Retry-After says, and try again."),
  INTERNAL(
      "internal",
      "Internal error",
      "Something went wrong inside the service. Its log names the cause under the request id."),
  UNAVAILABLE(
      "unavailable",
      "Not available now",
      "The service cannot answer yet. Wait as long as the header Retry-After says, and try again."),
  VALIDATION(
      "validation",
      "Invalid request",
      "The request was read, but fields of it are invalid. The list errors names each of them."
          + " Nothing was stored."),
  PRECONDITION_FAILED(
      "precondition-failed",
      "Precondition failed",
      "The resource is not in the version that If-Match names. Read it again, then decide anew."),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused",
      "Idempotency key reused",
      "This Idempotency-Key was used for another request. Use a key of its own for each request."),
  IDEMPOTENCY_KEY_IN_USE(
      "idempotency-key-in-use",
      "Idempotency key in use",
      "A request with this Idempotency-Key is being worked on. Repeat it after Retry-After."),
  TOO_LARGE("too-large", "Too large", "The body is larger than 1 MiB + 64 KiB."),
  TOO_SLOW(
      "too-slow",
      "Too slow",
      "The body did not arrive in time. Nothing was stored; send it again, all at once."),
  NOT_ACCEPTABLE(
      "not-acceptable",
      "Not acceptable",
      "The service cannot answer in any of the media types that the header Accept names."),
  MEDIA_TYPE(
      "media-type",
      "Unsupported media type",
      "The body needs a Content-Type, and this path does not read the one that was sent."),
  TENANT_NOT_FOUND("tenant-not-found", "Tenant not found", "There is no such tenant."),
  TENANT_EXISTS("tenant-exists", "Tenant exists", "The slug is taken; slugs are never reused."),
  TENANT_INACTIVE("tenant-inactive", "Tenant inactive", "The tenant is not active."),
  QUOTA("quota", "Storage quota exceeded", "The write would pass the tenant's storage quota.");

  private final String slug;
  private final String title;
  private final String meaning;

  ProblemType(String slug, String title, String meaning) {
    this.slug = slug;
    this.title = title;
    this.meaning = meaning;
  }

  public String slug() {
    return slug;
  }

  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }

  /** What stands in the body's {@code type}. */
  public String uri() {
    return "/problems/" + slug;
  }
}
