package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused, and with what. */
public final class Refused {

  private Refused() {}

  public static Refusal with(RefusalCode code, ThrowingCallable request) {
    var refusal = refusal(request);
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  /** The names of the invalid fields. */
  public static List<String> fields(ThrowingCallable request) {
    var refusal = refusal(request);
    assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID);
    return refusal.errors().stream().map(FieldError::field).toList();
  }

  private static Refusal refusal(ThrowingCallable request) {
    var refusal = Assertions.catchThrowableOfType(Refusal.class, request);
    return assertThat(refusal).as("a refusal").isNotNull().actual();
  }
}
