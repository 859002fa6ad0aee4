package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.jspecify.annotations.Nullable;

/**
 * What a message came to, in the words that metrics and traces share: {@code ok}, {@code refused}
 * with the code of the refusal, or {@code failed}, with a code where the failure has one.
 */
public record Outcome(String word, Optional<String> refusal) {

  private static final Outcome OK = new Outcome("ok", Optional.empty());
  private static final Outcome FAILED = new Outcome("failed", Optional.empty());

  /**
   * @param result null where nothing was handled
   */
  public static Outcome of(@Nullable ExecutionResult result, Refusals refusals) {
    if (result == null || !result.isExceptionResult()) {
      return OK;
    }
    Refusal refusal = refusals.find(result.getExceptionResult());
    return refusal == null ? FAILED : of(refusal.code());
  }

  /** What is no fault of the client's is a failure, although the client is told it as a refusal. */
  private static Outcome of(RefusalCode code) {
    boolean ours = code == RefusalCode.UNAVAILABLE || code == RefusalCode.INTERNAL;
    return new Outcome(
        ours ? FAILED.word : "refused", Optional.of(code.name().toLowerCase(Locale.ROOT)));
  }
}
