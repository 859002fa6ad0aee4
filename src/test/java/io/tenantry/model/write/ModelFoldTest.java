package io.tenantry.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.Refusal;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelEvent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFoldTest {

  private static final List<ModelCommand> COMMANDS =
      List.of(
          Given.create("ä", "d", "{\"a\":1.0}", null),
          Given.merge("{\"name\":\"n😀\",\"description\":\"\"}"),
          Given.merge("{\"name\":\"n\"}"),
          Given.merge("{\"configuration\":{\"a\":null,\"b\":{\"c\":1e400}}}"),
          Given.merge("{\"configuration\":{\"a\":2}}"),
          Given.merge("{\"schema\":{\"required\":[\"a\"]}}"),
          Given.merge("{\"schema\":null,\"description\":\"€\"}"),
          Given.operations("{\"op\":\"remove\",\"path\":\"/configuration/a\"}"),
          Given.operations("{\"op\":\"add\",\"path\":\"/configuration/a\",\"value\":[1]}"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void givenAnyCommands_whenDecided_thenDifferencesAddUpAndTheStateIsAFoldOfTheEvents(int seed) {
    var random = new Random(seed);
    var state = Given.after(ModelState.NONE, COMMANDS.getFirst());
    ModelView fold = state.view();
    long sum = state.storedBytes();
    for (int i = 0; i < 300; i++) {
      var last = i == 299;
      var command = last ? Given.delete() : COMMANDS.get(random.nextInt(COMMANDS.size()));
      var at = Given.AT.plusSeconds(i);
      for (var event : decided(state, command)) {
        var next = state.evolve(event, at);
        sum += next.storedBytes() - state.storedBytes();
        fold = event instanceof ModelCreated c ? ModelView.of(c, at) : fold.after(event, at);
        state = next;
      }
      assertThat(state.storedBytes()).isEqualTo(sum).isNotNegative();
      assertThat(state.view()).isEqualTo(fold);
    }
    assertThat(sum).isZero();
    assertThat(fold.version()).isGreaterThan(20);
  }

  private static List<ModelEvent> decided(ModelState state, ModelCommand command) {
    try {
      return ModelDecider.decide(state, command);
    } catch (Refusal e) {
      return List.of();
    }
  }
}
