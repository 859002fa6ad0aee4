package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionedStreamTest {

  @Test
  void givenAxonServersIndex_whenAPosition_thenItCountsFromOne() {
    assertThat(position(null)).as("before the first").isZero();
    assertThat(position(new GlobalSequenceTrackingToken(0))).isEqualTo(1);
    assertThat(position(new GlobalSequenceTrackingToken(41))).isEqualTo(42);
  }

  @Test
  void givenAPosition_whenAnIndex_thenItIsTheSameEvent() {
    assertThat(PositionedStream.index(new GlobalSequenceTrackingToken(0))).isNull();
    for (long index : new long[] {0, 1, 41}) {
      var token = new GlobalSequenceTrackingToken(index);
      assertThat(PositionedStream.index(PositionedStream.position(token))).isEqualTo(token);
    }
  }

  private static long position(@Nullable GlobalSequenceTrackingToken index) {
    return PositionedStream.position(index).position().orElseThrow();
  }
}
