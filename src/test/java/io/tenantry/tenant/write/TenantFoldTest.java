package io.tenantry.tenant.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.tenant.TenantCommand;
import io.tenantry.tenant.TenantView;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFoldTest {

  private static final List<TenantCommand> COMMANDS =
      List.of(
          Given.rename("Apex"),
          Given.rename("Acme"),
          Given.describe(""),
          Given.describe("rockets"),
          Given.business("toys"),
          Given.business("arms"),
          Given.status("active"),
          Given.status("inactive"),
          Given.engines(List.of()),
          Given.engines(Given.ENGINES),
          Given.quota(0L),
          Given.quota(7L),
          Given.quota(8L),
          Given.unchanged(null));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void givenAnyCommands_whenDecided_thenTheStateIsAFoldOfTheEvents(int seed) {
    var random = new Random(seed);
    var state = Given.aTenant();
    var fold = TenantView.of(Given.registered(), Given.AT);
    long events = 1;
    for (int i = 0; i < 300; i++) {
      var at = Given.AT.plusSeconds(i);
      for (var event : Given.decide(state, COMMANDS.get(random.nextInt(COMMANDS.size())))) {
        state = state.evolve(event, at);
        fold = fold.after(event, at);
        events++;
      }
      assertThat(state.view()).isEqualTo(fold);
      assertThat(fold.version()).isEqualTo(events);
    }
    assertThat(events).isGreaterThan(100);
  }
}
