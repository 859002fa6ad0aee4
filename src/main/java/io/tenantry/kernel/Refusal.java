package io.tenantry.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused, for a reason that the client can act upon. It has no stack trace: a
 * client's mistake is not a fault of ours.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String RETRY_AFTER = "retry-after";
  private static final String REASON = "reason";
  private static final String LOST_RACE = "lost-race";

  // an answer must not grow with what is wrong
  private static final int TOLD = 100;

  private final RefusalCode code;
  private final List<FieldError> errors;
  private final Map<String, String> details;
  private final Map<String, Long> numbers;

  private Refusal(
      RefusalCode code,
      String message,
      List<FieldError> errors,
      Map<String, String> details,
      Map<String, Long> numbers) {
    super(message, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.details = Map.copyOf(details);
    this.numbers = Map.copyOf(numbers);
  }

  public static Refusal of(RefusalCode code, String message) {
    return of(code, message, Map.of());
  }

  /** A refusal with details as text, such as which header is wrong. */
  public static Refusal of(RefusalCode code, String message, Map<String, String> details) {
    return new Refusal(code, message, List.of(), details, Map.of());
  }

  /** A refusal with details as numbers, such as bytes. */
  public static Refusal counted(RefusalCode code, String message, Map<String, Long> numbers) {
    return new Refusal(code, message, List.of(), Map.of(), numbers);
  }

  /** A temporary refusal: the client may try again after that many seconds. */
  public static Refusal retryAfter(RefusalCode code, String message, long seconds) {
    return counted(code, message, Map.of(RETRY_AFTER, seconds));
  }

  /** The same words for a tenant that is not there and for one that the caller may not see. */
  public static Refusal noSuchTenant() {
    return of(RefusalCode.TENANT_NOT_FOUND, "there is no such tenant");
  }

  /** One or more invalid fields; the first 100 are told, and the message names them. */
  public static Refusal invalid(List<FieldError> errors) {
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("an invalid request has at least one invalid field");
    }
    var told = errors.stream().limit(TOLD).toList();
    return restored(
        RefusalCode.INVALID,
        told.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; ")),
        told,
        Map.of(),
        Map.of());
  }

  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** The refusal that crossed a bus, as it was. */
  public static Refusal restored(
      RefusalCode code,
      String message,
      List<FieldError> errors,
      Map<String, String> details,
      Map<String, Long> numbers) {
    return new Refusal(code, message, errors, details, numbers);
  }

  /**
   * A refusal by the event store, because another command was faster. Sent again, the command
   * decides on what is there now.
   */
  public static Refusal lostRace(RefusalCode code, String message) {
    return of(code, message, Map.of(REASON, LOST_RACE));
  }

  public boolean isLostRace() {
    return LOST_RACE.equals(details.get(REASON));
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

  /** Details that are texts. */
  public Map<String, String> details() {
    return details;
  }

  /** Details that are numbers; no key is in both maps. */
  public Map<String, Long> numbers() {
    return numbers;
  }

  /** After how many seconds the client may try again; null when that is not known. */
  public @Nullable Long retryAfter() {
    return numbers.get(RETRY_AFTER);
  }
}
