package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.usage.QuotaExceeded;
import java.util.Map;

/** Refusals as they may be, for the document of the interface. */
final class ExampleRefusals {

  private ExampleRefusals() {}

  @SuppressWarnings("EnumSwitch") // the others say no more than what their page says
  static Refusal of(RefusalCode code) {
    return switch (code) {
      case UNREADABLE -> Unreadable.because("limit", "must be a whole number");
      case INVALID -> Refusal.invalid("name", "must not be blank");
      case TENANT_NOT_FOUND -> Refusal.noSuchTenant();
      case IDEMPOTENCY_KEY_REUSED ->
          Refusal.of(
              code,
              "the idempotency key has been used for another request",
              Map.of(
                  "method", "POST",
                  "path", "/v1/tenant/models",
                  "first_seen", "2026-11-22T10:15:30Z"));
      case TOO_MANY_REQUESTS, UNAVAILABLE, IDEMPOTENCY_KEY_IN_USE ->
          Refusal.retryAfter(code, meaning(code), 1);
      case QUOTA_EXCEEDED -> QuotaExceeded.refusal(900, 1000, 101);
      default -> Refusal.of(code, meaning(code));
    };
  }

  private static String meaning(RefusalCode code) {
    return StandardAnswers.answer(code).type().meaning();
  }
}
