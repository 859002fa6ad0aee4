package io.tenantry.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.load.Answer.Told;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What has been answered to whom. All answers to one key are the same; one at most is the first.
 */
final class Ledger {

  private static final int BEING_WORKED_ON = 1016;
  private static final int ATTEMPTS = 10;

  final AtomicInteger replays = new AtomicInteger();

  /** How often it was to come again, since the first was still being worked on. */
  final AtomicInteger busy = new AtomicInteger();

  private final Map<KeyedWrite, Told> answers = new ConcurrentHashMap<>();
  private final List<KeyedWrite> writes = new CopyOnWriteArrayList<>();
  private final Set<KeyedWrite> executed = ConcurrentHashMap.newKeySet();

  /** Those whose secret could not be kept in time, so that it cannot be shown again. */
  final Set<KeyedWrite> unrepeatable = ConcurrentHashMap.newKeySet();

  Answer ask(Api api, KeyedWrite write) {
    var answer = write.send(api);
    for (int i = 1; i < ATTEMPTS && isWorkedOn(answer); i++) {
      busy.incrementAndGet();
      answer = write.send(api);
    }
    note(write, answer);
    return answer;
  }

  private static boolean isWorkedOn(Answer answer) {
    boolean worked =
        answer.status() == 409 && answer.tree().path("code").asInt() == BEING_WORKED_ON;
    assertThat(worked && answer.header("Retry-After").isEmpty()).as(answer.body()).isFalse();
    return worked;
  }

  private void note(KeyedWrite write, Answer answer) {
    assertThat(answer.status()).as(write + ": " + answer.body()).isEqualTo(write.kind().status);
    assertThat(answer.header("Idempotent-Replayed")).isIn("true", "false");
    assertThat(answer.header("Consistency-Token")).isNotEmpty();
    if (write.kind().showsSecret() && !answer.showsSecret()) {
      assertThat(answer.data().path("secret_expired").asBoolean(false)).as(answer.body()).isTrue();
      unrepeatable.add(write);
    }
    if (answer.header("Idempotent-Secret").equals("not-kept")) {
      unrepeatable.add(write);
    }
    var first = answers.putIfAbsent(write, answer.told());
    if (first == null) {
      writes.add(write);
    } else if (unrepeatable.contains(write)) {
      assertThat(answer.told().withoutSecret()).isEqualTo(first.withoutSecret());
    } else {
      assertThat(answer.told()).as("%s", write).isEqualTo(first);
    }
    if (answer.replayed()) {
      replays.incrementAndGet();
    } else {
      assertThat(executed.add(write)).as("done twice: " + write).isTrue();
    }
  }

  boolean sawItHappen(KeyedWrite write) {
    return executed.contains(write);
  }

  int size() {
    return writes.size();
  }

  /** Those that have been answered, in that order. */
  List<KeyedWrite> writes() {
    return List.copyOf(writes);
  }

  /** One of those that have been answered. */
  KeyedWrite any(Random random) {
    return writes.get(random.nextInt(writes.size()));
  }

  /** What was told first. */
  Told told(KeyedWrite write) {
    return requireNonNull(answers.get(write));
  }
}
