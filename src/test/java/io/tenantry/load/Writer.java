package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A client with a tenant of its own, in which it creates, changes and deletes at random; when it
 * has deleted the tenant itself, it makes another. It knows what has been acknowledged.
 */
final class Writer {

  private static final int MOST = 10;

  private final Random random;
  private final String me;
  private final Ops ops = new Ops();
  private final List<String> deleted = new ArrayList<>();
  private State state = State.NONE;

  /** What may be found: two, after a write of which it has not heard. */
  private List<State> possible = List.of(State.NONE);

  private int count;

  Writer(int number) {
    random = new Random(number);
    me = "w" + number + "-";
  }

  /**
   * One write.
   *
   * @throws UncheckedIOException when there was no answer; whether it happened is unknown then
   */
  Answer write(Api api, Op op) {
    possible = List.of(state, op.after());
    var answer = op.ask().send(api);
    assertThat(answer.status()).as(answer.body()).isEqualTo(op.status());
    become(op.after());
    return answer;
  }

  /**
   * One write to a service that may be stopping, which it says with 503: nothing has happened then.
   *
   * @return whether it was done
   */
  boolean writeUnlessStopping(Api api, Op op) {
    possible = List.of(state, op.after());
    var answer = op.ask().send(api);
    if (answer.status() == 503) {
      possible = List.of(state);
      return false;
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(op.status());
    become(op.after());
    return true;
  }

  private void become(State now) {
    if (!now.exists() && state.exists()) {
      deleted.add(state.slug());
    }
    state = now;
    possible = List.of(now);
  }

  Op next() {
    String text = me + count++ + ".";
    if (!state.exists()) {
      return ops.register(text.replace('.', 'x'), text);
    }
    int dice = random.nextInt(100);
    if (dice < 2) {
      return ops.deleteTenant(state);
    }
    if (dice < 8) {
      return ops.rename(state, text);
    }
    return dice < 58 ? ofModel(dice, text) : ofKey(dice, text);
  }

  private Op ofModel(int dice, String text) {
    var models = state.models();
    if (models.isEmpty() || (dice < 33 && models.size() < MOST)) {
      return ops.createModel(state, text);
    }
    String born = any(models);
    return dice < 45 ? ops.renameModel(state, born, text) : ops.deleteModel(state, born);
  }

  private Op ofKey(int dice, String text) {
    if (state.keys().isEmpty() || dice < 85) {
      return ops.putKey(state, "a" + random.nextInt(3) + "/k" + random.nextInt(4), text);
    }
    return ops.deleteKey(state, any(state.keys()));
  }

  private String any(Map<String, ?> map) {
    return map.keySet().stream()
        .sorted()
        .skip(random.nextInt(map.size()))
        .findFirst()
        .orElseThrow();
  }

  /** Everything acknowledged is there, nothing else, and nothing that was deleted. */
  void verify(Api api) {
    var slug = possible.getLast().exists() ? possible.getLast().slug() : state.slug();
    var seen = slug.isEmpty() ? State.NONE : ops.observe(api, slug);
    assertThat(possible).as(me).contains(seen);
    become(seen);
    deleted.forEach(each -> assertThat(api.tenant(each).status()).isEqualTo(404));
  }
}
