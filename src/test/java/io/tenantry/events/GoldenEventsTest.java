package io.tenantry.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Events are kept for ever, so what they look like is written down twice: as a list of their
 * fields, and as one stored event per revision that must load for ever.
 */
class GoldenEventsTest {

  private static final Path FOLDER = Path.of("src/test/resources/events");

  private static final List<Class<?>> EVENTS = EventClasses.ours();

  private final GoldenEvents golden = new GoldenEvents(EVENTS, FOLDER);

  @Test
  void givenTheEvents_whenListed_thenThereAreSome() {
    assertThat(EVENTS).as("@StoredName classes in target/classes").isNotEmpty();
  }

  @Test
  void givenTheEvents_whenComparedToTheGoldenFile_thenNameRevisionAndFieldsAreTheSame() {
    assertThat(golden.list())
        .as(
            "the stored form of events has changed. If you mean it: raise the @StoredName revision,"
                + " write an upcaster, add a fixture <name>.<rev>.json, and put this list into"
                + " %s/golden.txt. A new event needs the last two alone",
            FOLDER)
        .isEqualTo(golden.accepted());
  }

  @Test
  void givenOneFixtureForEachRevision_whenLoaded_thenNothingIsMissingOrLost() {
    assertThat(golden.problems()).isEmpty();
  }
}
