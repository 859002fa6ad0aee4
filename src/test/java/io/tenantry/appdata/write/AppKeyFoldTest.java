package io.tenantry.appdata.write;

import static io.tenantry.appdata.write.Given.APPLICATION;
import static io.tenantry.appdata.write.Given.KEY;
import static io.tenantry.appdata.write.Given.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.appdata.AppKeyCommand;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyEvent;
import io.tenantry.kernel.Refusal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyFoldTest {

  private static final List<String> DATA = List.of("", "x", "ä", "😀", "data");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void givenAnyCommands_whenDecided_thenDifferencesAddUpAndVersionsCountEvents(int seed) {
    var random = new Random(seed);
    var state = AppKeyState.NONE;
    long sum = 0;
    long events = 0;
    for (int i = 0; i < 500; i++) {
      for (var event : decided(state, command(random, events))) {
        var next = state.evolve(event);
        sum += next.storedBytes() - state.storedBytes();
        events++;
        state = next;
      }
      assertThat(state.storedBytes()).isEqualTo(sum).isNotNegative();
      assertThat(state.version()).isEqualTo(events);
      AppKeyView appKey = state.appKey();
      assertThat(appKey == null ? events : appKey.version()).isEqualTo(events);
    }
    assertThat(events).isPositive();
  }

  private static List<AppKeyEvent> decided(AppKeyState state, AppKeyCommand command) {
    try {
      return AppKeyDecider.decide(state, command);
    } catch (Refusal e) {
      return List.of();
    }
  }

  private static AppKeyCommand command(Random random, long version) {
    var data = DATA.get(random.nextInt(DATA.size()));
    @Nullable Set<Long> expected = random.nextBoolean() ? null : Set.of(version);
    return switch (random.nextInt(4)) {
      case 0 -> Given.create(data);
      case 1 -> Given.delete();
      default -> new PutAppKey(TENANT, APPLICATION, KEY, expected, data, random.nextBoolean());
    };
  }
}
