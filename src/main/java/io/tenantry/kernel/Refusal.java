package io.tenantry.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request that is refused, for a reason that the client can act upon. It has no stack trace: a
 * client's mistake is not a fault of ours.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final List<FieldError> errors;
  private final Map<String, String> details;

  private Refusal(
      RefusalCode code, String message, List<FieldError> errors, Map<String, String> details) {
    super(message, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.details = Map.copyOf(details);
  }

  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, List.of(), Map.of());
  }

  /** A refusal with more for the client to read, such as how long to wait. */
  public static Refusal of(RefusalCode code, String message, Map<String, String> details) {
    return new Refusal(code, message, List.of(), details);
  }

  /** One or more invalid fields; the message names each of them. */
  public static Refusal invalid(List<FieldError> errors) {
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("an invalid request has at least one invalid field");
    }
    return restored(
        RefusalCode.INVALID,
        errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; ")),
        errors,
        Map.of());
  }

  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** The refusal that crossed a bus, as it was. */
  public static Refusal restored(
      RefusalCode code, String message, List<FieldError> errors, Map<String, String> details) {
    return new Refusal(code, message, errors, details);
  }

  public RefusalCode code() {
    return code;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, String> details() {
    return details;
  }
}
