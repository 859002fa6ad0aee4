package io.tenantry.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class EventWindowTest {

  /** So that 16 MiB of events as they are stored fit in. */
  private static final long HEAP = 3 * 16 * (16L << 20);

  private final EventWindow window = new EventWindow(HEAP);

  @Test
  void givenEvents_whenAskedWithinThem_thenAllThatFollowInOrder() {
    add(7, 10);

    assertThat(window.after(12, 500))
        .extracting(EventWindow.Entry::position)
        .containsExactly(13L, 14L, 15L, 16L);
    assertThat(window.after(6, 2)).extracting(EventWindow.Entry::position).containsExactly(7L, 8L);
  }

  @Test
  void givenEvents_whenTheNextIsNotAmongThem_thenNone() {
    add(7, 10);

    assertThat(window.after(5, 500)).isEmpty();
    assertThat(window.after(16, 500)).isEmpty();
  }

  @Test
  void givenMoreThanAreKept_whenAskedForTheFirst_thenNoneAndTheLastAreThere() {
    add(1, 5000);

    assertThat(window.after(0, 500)).isEmpty();
    assertThat(window.after(5000 - 4096, 5000)).hasSize(4096);
  }

  @Test
  void givenLargeEvents_whenAdded_thenTheirBytesAreBounded() {
    for (long position = 1; position <= 20; position++) {
      window.add(position, row(2 << 20));
    }

    assertThat(window.after(12, 500)).isNotEmpty();
    assertThat(window.after(19, 500)).hasSize(1);
    assertThat(window.after(11, 500)).isEmpty();
  }

  @Test
  void givenAFullWindow_whenAStreamReadsWhatIsOlder_thenTheEndOfTheLogStays() {
    add(5000, 4096);
    window.add(new EventWindow.Entry(1, List.of(), 10));

    assertThat(window.after(0, 500)).isEmpty();
    assertThat(window.after(4999, 5000)).hasSize(4096);
  }

  @Test
  void givenAnEventThatIsThere_whenAddedAgain_thenItIsCountedOnce() {
    for (int i = 0; i < 20; i++) {
      window.add(new EventWindow.Entry(1, List.of(), 2 << 20));
    }

    assertThat(window.after(0, 500)).hasSize(1);
  }

  private void add(long first, int count) {
    for (int i = 0; i < count; i++) {
      window.add(first + i, row(10));
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
}
