package io.tenantry.api.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one error body (RFC 9457), readable by the clients of all three documents.
 *
 * @param code the number of the contract; also in {@code error}
 * @param errors what is wrong with which field; absent where there is no field to name
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    boolean success,
    int code,
    Error error,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entry> errors) {

  /** The same once more, where the clients of the models document look for it. */
  public record Error(
      int code,
      String message,
      @Schema(implementation = ProblemDetails.class) Map<String, Object> details) {}

  /**
   * @param code the surface document's own number, where it has one
   */
  public record Entry(
      String field,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer code) {}

  static Problem of(Answer answer, Refusal refusal, String instance, String requestId) {
    return new Problem(
        answer.type().uri(),
        answer.type().title(),
        answer.status(),
        refusal.getMessage(),
        instance,
        requestId,
        false,
        answer.code(),
        new Error(answer.code(), refusal.getMessage(), details(refusal)),
        entries(answer, refusal));
  }

  private static Map<String, Object> details(Refusal refusal) {
    var details = new TreeMap<String, Object>(refusal.details());
    details.putAll(refusal.numbers());
    return details;
  }

  private static @Nullable List<Entry> entries(Answer answer, Refusal refusal) {
    if (answer.type() != ProblemType.VALIDATION && answer.fieldCode() == null) {
      return null;
    }
    List<FieldError> errors = refusal.errors();
    if (errors.isEmpty()) {
      String field = refusal.details().getOrDefault(Unreadable.FIELD, "request");
      errors = List.of(new FieldError(field, refusal.getMessage()));
    }
    return errors.stream().map(e -> new Entry(e.field(), e.message(), answer.fieldCode())).toList();
  }
}
