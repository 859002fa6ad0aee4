package io.tenantry.appdata.write;

import static io.tenantry.appdata.write.AppKeyDecider.decide;
import static io.tenantry.appdata.write.Given.APPLICATION;
import static io.tenantry.appdata.write.Given.KEY;
import static io.tenantry.appdata.write.Given.TENANT;
import static io.tenantry.kernel.RefusalCode.ALREADY_EXISTS;
import static io.tenantry.kernel.RefusalCode.NOT_FOUND;
import static io.tenantry.kernel.RefusalCode.PRECONDITION_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.appdata.AppKeyCommand.DeleteAppKey;
import io.tenantry.appdata.AppKeyCommand.PutAppKey;
import io.tenantry.appdata.AppKeyView;
import io.tenantry.appdata.events.AppKeyCreated;
import io.tenantry.appdata.events.AppKeyDataChanged;
import io.tenantry.appdata.events.AppKeyDeleted;
import io.tenantry.kernel.Refused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyDeciderTest {

  private static final AppKeyState EXISTING = Given.after(Given.create("x"));
  private static final AppKeyState DELETED = Given.after(Given.create("x"), Given.delete());

  @Test
  void givenNoneOrADeletedOne_whenCreated_thenItComes() {
    for (var state : List.of(AppKeyState.NONE, DELETED)) {
      assertThat(decide(state, Given.create("y")))
          .containsExactly(new AppKeyCreated(TENANT, APPLICATION, KEY, "y"));
    }
  }

  @Test
  void givenKey_whenCreatedAgain_thenItExistsAlready_evenWithTheSameData() {
    Refused.with(ALREADY_EXISTS, () -> decide(EXISTING, Given.create("x")));
  }

  @Test
  void givenKey_whenPut_thenItsDataChange_andTheSameDataChangeNothing() {
    assertThat(decide(EXISTING, Given.put("y", true)))
        .containsExactly(new AppKeyDataChanged(TENANT, APPLICATION, KEY, "y"));
    assertThat(decide(EXISTING, Given.put("x", false))).isEmpty();
    assertThat(decide(EXISTING, Given.put("", false))).hasSize(1);
  }

  @Test
  void givenNoKey_whenPut_thenOnlyWithAutoCreateItComes() {
    for (var state : List.of(AppKeyState.NONE, DELETED)) {
      Refused.with(NOT_FOUND, () -> decide(state, Given.put("y", false)));
      assertThat(decide(state, Given.put("y", true)))
          .containsExactly(new AppKeyCreated(TENANT, APPLICATION, KEY, "y"));
    }
  }

  @Test
  void givenNoKey_whenAVersionIsExpected_thenNotFound_alsoWithAutoCreate() {
    var expected = Set.of(2L);
    var put = new PutAppKey(TENANT, APPLICATION, KEY, expected, "y", true);
    var delete = new DeleteAppKey(TENANT, APPLICATION, KEY, expected);
    Refused.with(NOT_FOUND, () -> decide(DELETED, put));
    Refused.with(NOT_FOUND, () -> decide(DELETED, delete));
  }

  @Test
  void givenKey_whenAnotherVersionIsExpected_thenPreconditionFailed() {
    var put = new PutAppKey(TENANT, APPLICATION, KEY, Set.of(2L), "x", true);
    var delete = new DeleteAppKey(TENANT, APPLICATION, KEY, Set.of());
    Refused.with(PRECONDITION_FAILED, () -> decide(EXISTING, put));
    Refused.with(PRECONDITION_FAILED, () -> decide(EXISTING, delete));
    assertThat(decide(EXISTING, new DeleteAppKey(TENANT, APPLICATION, KEY, Set.of(1L))))
        .containsExactly(new AppKeyDeleted(TENANT, APPLICATION, KEY));
  }

  @Test
  void givenNoKey_whenDeleted_thenNothingHappens() {
    assertThat(decide(AppKeyState.NONE, Given.delete())).isEmpty();
    assertThat(decide(DELETED, Given.delete())).isEmpty();
  }

  @Test
  void givenDeletedKey_whenCreatedAgain_thenItGoesOnCounting() {
    var state = Given.after(Given.create("x"), Given.delete(), Given.put("z", true));
    assertThat(state.appKey()).isEqualTo(new AppKeyView(TENANT, APPLICATION, KEY, "z", 3));
  }

  @Test
  void givenKey_whenStoredBytesAreCounted_thenTheyAreThoseOfUtf8() {
    assertThat(Given.after(Given.create("ä😀")).storedBytes()).isEqualTo(3 + 6);
    assertThat(DELETED.storedBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a/b", "/", "a\\b", "\u0000", "a\u001f", "\u007f", "\u0085"})
  void whenANameMayNotBe_thenItIsNamed(String name) {
    assertThat(Refused.fields(() -> Given.after(Given.named(name, KEY))))
        .containsExactly("applicationId");
    assertThat(Refused.fields(() -> Given.after(Given.named(APPLICATION, name))))
        .containsExactly("key");
    assertThat(Refused.fields(() -> Given.after(new DeleteAppKey(TENANT, name, name, Set.of(1L)))))
        .containsExactly("applicationId", "key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"...", ".a", " ", "ä", "😀", "a b", "%2F", "a:b", "\u200f", "{}"})
  void whenANameIsUnusualButMayBe_thenItIsKeptAsItIs(String name) {
    assertThat(Given.after(Given.named(name, name)).appKey())
        .isEqualTo(new AppKeyView(TENANT, name, name, "", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "😀"})
  void whenANameHas255CodePoints_thenTaken_andNotOneMore(String c) {
    assertThat(Given.after(Given.named(c.repeat(255), c.repeat(255))).version()).isOne();
    assertThat(Refused.fields(() -> Given.after(Given.named(c.repeat(256), c.repeat(256)))))
        .containsExactly("applicationId", "key");
  }

  @Test
  void whenDataAreOneMebibyte_thenTaken_andNotOneByteMore() {
    int mib = 1 << 20;
    assertThat(Given.after(Given.create("x".repeat(mib))).version()).isOne();
    assertThat(Given.after(Given.create("😀".repeat(mib / 4))).version()).isOne();
    for (var data : List.of("x".repeat(mib + 1), "ä".repeat(mib / 2) + "x")) {
      assertThat(Refused.fields(() -> Given.after(Given.create(data)))).containsExactly("data");
      assertThat(Refused.fields(() -> decide(EXISTING, Given.put(data, false))))
          .containsExactly("data");
    }
  }

  @Test
  void whenThereAreNoData_thenRefused() {
    assertThat(Refused.fields(() -> Given.after(Given.create(null)))).containsExactly("data");
    assertThat(Refused.fields(() -> Given.after(Given.put(null, true)))).containsExactly("data");
  }

  @Test
  void whenNamesDifferOnlyInWhereTheyArePart_thenTheirStreamsDiffer() {
    assertThat(Given.named("ab", "c").streamId()).isNotEqualTo(Given.named("a", "bc").streamId());
  }
}
