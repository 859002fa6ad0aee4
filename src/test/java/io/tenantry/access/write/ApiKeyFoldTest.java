package io.tenantry.access.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyView;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFoldTest {

  private static final List<ApiKeyCommand> COMMANDS =
      List.of(
          Given.rename("n"),
          Given.rename("ci"),
          Given.role("viewer"),
          Given.role("admin"),
          Given.expiry(0),
          Given.expiry(Given.NOW + 9),
          Given.rotate(null, false),
          Given.rotate(null, true),
          Given.unchanged(null));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void givenAnyCommands_whenDecided_thenTheStateIsAFoldOfTheEvents(int seed) {
    var random = new Random(seed);
    var state = Given.state(Given.created(null));
    var fold = ApiKeyView.of(Given.created(null), Given.AT);
    long events = 1;
    for (int i = 0; i < 300; i++) {
      var last = i == 299;
      var command = last ? Given.revoke() : COMMANDS.get(random.nextInt(COMMANDS.size()));
      var at = Given.AT.plusSeconds(i);
      for (var event : ApiKeyDecider.decide(state, command)) {
        state = state.evolve(event, at);
        fold = fold.after(event, at);
        events++;
      }
      assertThat(state.view()).isEqualTo(fold);
      assertThat(state.living()).isEqualTo(last ? null : fold);
      assertThat(fold.version()).isEqualTo(events);
    }
    assertThat(events).isGreaterThan(100);
  }
}
