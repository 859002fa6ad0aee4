package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.Authority.OfTenantKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

  private static final long MINE = 10_000;

  @AllowedTo(Least.VIEWER)
  private record Look(long tenantId) implements OfOneTenant {}

  @AllowedTo(Least.CONTRIBUTOR)
  private record Write(long tenantId) implements OfOneTenant {}

  @AllowedTo(Least.ADMIN)
  private record Manage(long tenantId) implements OfOneTenant {}

  @AllowedTo(Least.OPERATOR)
  private record Operate(long tenantId) implements OfOneTenant {}

  @AllowedTo(Least.OPERATOR)
  private record OperateAll() {}

  @AllowedTo(Least.SYSTEM)
  private record Inside() {}

  @AllowedTo(Least.VIEWER)
  private record Whose() {}

  private record Lawless() {}

  private static Object message(String name, long tenantId) {
    return switch (name) {
      case "look" -> new Look(tenantId);
      case "write" -> new Write(tenantId);
      case "manage" -> new Manage(tenantId);
      case "operate" -> new Operate(tenantId);
      case "all" -> new OperateAll();
      default -> new Inside();
    };
  }

  private static Authority by(String who) {
    return switch (who) {
      case "system" -> Authority.SYSTEM;
      case "operator" -> Authority.OPERATOR;
      default -> new OfTenantKey(MINE, Role.valueOf(who.toUpperCase(Locale.ROOT)));
    };
  }

  private static @Nullable RefusalCode refusal(Object message, Authority by) {
    try {
      Rights.require(message, by);
      return null;
    } catch (Refusal e) {
      return e.code();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "viewer,      look",
    "contributor, look write",
    "admin,       look write manage",
    "operator,    look write manage operate all",
    "system,      look write manage operate all inside",
  })
  void givenEachAuthority_whenItSendsEachMessage_thenWhatItMayAndNothingElse(
      String who, String allowed) {
    for (String name : List.of("look", "write", "manage", "operate", "all", "inside")) {
      assertThat(refusal(message(name, MINE), by(who)))
          .as("%s by %s", name, who)
          .isEqualTo(List.of(allowed.split(" ")).contains(name) ? null : RefusalCode.FORBIDDEN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "contributor", "admin"})
  void givenKeyOfATenant_whenItIsAboutAnother_thenThatOneIsNotThereWhateverTheRole(String role) {
    for (String name : List.of("look", "write", "manage", "operate")) {
      assertThat(refusal(message(name, MINE + 1), by(role)))
          .isEqualTo(RefusalCode.TENANT_NOT_FOUND);
    }
  }

  @Test
  void givenMessageThatDoesNotSayWhoseItIs_whenAKeySendsIt_thenAFaultOfOurs() {
    assertThatThrownBy(() -> Rights.require(new Whose(), by("admin")))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "operator", "admin"})
  void givenMessageWithoutARule_whenAnybodySendsIt_thenAFaultOfOurs(String who) {
    assertThatThrownBy(() -> Rights.require(new Lawless(), by(who)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "operator", "viewer", "contributor", "admin"})
  void givenAuthority_whenItCrossesABus_thenItIsTheSame(String who) {
    assertThat(Authority.decode(by(who).encoded())).isEqualTo(by(who));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root", "admin", "admin:", "admin:x", ":1", "Operator", "operator "})
  void givenAnyOtherText_whenDecoded_thenNobody(String text) {
    assertThat(Authority.decode(text)).isNull();
  }
}
