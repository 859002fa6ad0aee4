package io.tenantry.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private final RecentEvents recent = new RecentEvents();

  @Test
  void givenEvents_whenAskedWithinThem_thenAllThatFollowInOrder() {
    add(7, 10);

    assertThat(recent.after(12, 500))
        .extracting(RecentEventsTest::position)
        .containsExactly(13L, 14L, 15L, 16L);
    assertThat(recent.after(6, 2)).extracting(RecentEventsTest::position).containsExactly(7L, 8L);
  }

  @Test
  void givenEvents_whenTheNextIsNotAmongThem_thenNone() {
    add(7, 10);

    assertThat(recent.after(5, 500)).isEmpty();
    assertThat(recent.after(16, 500)).isEmpty();
  }

  @Test
  void givenMoreThanAreKept_whenAskedForTheFirst_thenNoneAndTheLastAreThere() {
    add(1, 5000);

    assertThat(recent.after(0, 500)).isEmpty();
    assertThat(recent.after(5000 - 4096, 5000)).hasSize(4096);
  }

  @Test
  void givenLargeEvents_whenAdded_thenTheirBytesAreBounded() {
    for (long position = 1; position <= 20; position++) {
      recent.add(position, row(2 << 20));
    }

    assertThat(recent.after(12, 500)).isNotEmpty();
    assertThat(recent.after(19, 500)).hasSize(1);
    assertThat(recent.after(11, 500)).isEmpty();
  }

  private void add(long first, int count) {
    for (int i = 0; i < count; i++) {
      recent.add(first + i, row(10));
    }
  }

  private static EventRow row(int bytes) {
    return new EventRow(
        new GenericDomainEventMessage<>("Sample", "s", 0, "payload"),
        "s",
        0,
        "Sample",
        0,
        "sample",
        "1",
        new byte[bytes],
        new byte[0]);
  }

  private static long position(TrackedEventMessage<?> message) {
    return message.trackingToken().position().orElseThrow();
  }
}
