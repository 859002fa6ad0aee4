package io.tenantry.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

/**
 * Holds a projection against "at least once": batches of any size, each of which may be cut short
 * by a crash and come again, cut otherwise; and all of it may come again from any earlier place.
 */
public final class Redelivery {

  private static final int ROUNDS = 200;
  private static final int LARGEST_BATCH = 12;

  private Redelivery() {}

  public static void leavesTheSame(Projection projection, List<StoredEvent> events) {
    var expected = new InMemoryReadModels();
    for (var event : events) {
      expected.apply(projection, List.of(event));
    }
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var actual = new InMemoryReadModels();
      deliver(projection, actual, events, 0, random);
      assertThat(actual.contents()).as("crashes, seed %d", seed).isEqualTo(expected.contents());
      deliver(projection, actual, events, random.nextInt(events.size()), random);
      assertThat(actual.contents()).as("again, seed %d", seed).isEqualTo(expected.contents());
    }
  }

  private static void deliver(
      Projection projection,
      InMemoryReadModels models,
      List<StoredEvent> events,
      int from,
      Random random) {
    int token = from;
    while (token < events.size()) {
      int end = Math.min(events.size(), token + 1 + random.nextInt(LARGEST_BATCH));
      var batch = events.subList(token, end);
      if (random.nextInt(3) == 0) {
        models.applyPartly(projection, batch, random);
      } else {
        models.apply(projection, batch);
        // a crash after the documents were written and before the token was
        token = random.nextInt(3) == 0 ? token : end;
      }
    }
  }
}
