package io.tenantry.platform.axon;

import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.util.List;
import java.util.Map;

/**
 * A refusal as it crosses a bus. Between nodes only an exception's details survive, so it travels
 * as such inside one process too.
 */
record RefusalDetails(
    RefusalCode code,
    String message,
    List<FieldError> errors,
    Map<String, String> details,
    Map<String, Long> numbers) {

  static RefusalDetails of(Refusal refusal) {
    return new RefusalDetails(
        refusal.code(),
        refusal.getMessage(),
        refusal.errors(),
        refusal.details(),
        refusal.numbers());
  }

  Refusal refusal() {
    return Refusal.restored(code, message, errors, details, numbers);
  }
}
