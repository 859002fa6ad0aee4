package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a real server was seen to answer. */
class AxonServerFailuresTest {

  private final AxonServerFailures failures = new AxonServerFailures();

  @Test
  void givenTheFirstEventOfAStreamThatIsThere_whenAppended_thenARaceWasLostToItsCreator() {
    var refusal =
        refusal(
            duplicate("[AXONIQ-2000] Invalid sequence number 0 for aggregate slug:a, expected 1"));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(RefusalCode.ALREADY_EXISTS);
    assertThat(refusal.isLostRace()).isTrue();
  }

  @Test
  void givenALaterEventThatIsThere_whenAppended_thenARaceWasLostToAnotherChange() {
    var refusal =
        refusal(
            duplicate("[AXONIQ-2000] Invalid sequence number 3 for aggregate model:1, expected 4"));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(RefusalCode.CONFLICT);
    assertThat(refusal.isLostRace()).isTrue();
  }

  @Test
  void givenAServerThatIsAwayOrSlowOrDoesNotKnowUsAgain_whenAsked_thenUnavailable() {
    for (var failure :
        new Throwable[] {
          Status.UNAVAILABLE.asRuntimeException(),
          Status.CANCELLED.asRuntimeException(),
          Status.DEADLINE_EXCEEDED.asRuntimeException(),
          Status.PERMISSION_DENIED.asRuntimeException(),
          new ExecutionException("Timeout while executing request", null),
          new NoHandlerForCommandException("none")
        }) {
      var refusal = refusal(failure);
      assertThat(refusal).as(failure.toString()).isNotNull();
      assertThat(refusal.code()).isEqualTo(RefusalCode.UNAVAILABLE);
      assertThat(refusal.isLostRace()).isFalse();
    }
  }

  @Test
  void givenAFaultOfOurs_whenLookedAt_thenItIsNoRefusal() {
    assertThat(refusal(Status.INVALID_ARGUMENT.asRuntimeException())).isNull();
    assertThat(refusal(new IllegalStateException("a fault"))).isNull();
  }

  private @Nullable Refusal refusal(Throwable failure) {
    return failures.refusal(failure);
  }

  private static StatusRuntimeException duplicate(String description) {
    var trailers = new Metadata();
    trailers.put(
        Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), "AXONIQ-2000");
    return Status.OUT_OF_RANGE.withDescription(description).asRuntimeException(trailers);
  }
}
