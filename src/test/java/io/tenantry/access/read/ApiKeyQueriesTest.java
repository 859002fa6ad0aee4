package io.tenantry.access.read;

import static io.tenantry.kernel.RefusalCode.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.MovingClock;
import io.tenantry.access.ApiKeyInUse;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.ApiKeys;
import io.tenantry.access.FindApiKey;
import io.tenantry.access.FirstApiKeys;
import io.tenantry.access.ListApiKeys;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Refused;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.projection.DocumentCache;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ApiKeyQueriesTest {

  private static final long TENANT = 10_000;

  @Configuration(proxyBeanMethods = false)
  @Import({ApiKeyCaching.class, ApiKeyUses.class, ApiKeyQueries.class, CachedApiKeys.class})
  static class Parts {

    @Bean
    Clock clock() {
      return new MovingClock(Stored.AT.plusSeconds(59));
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void givenAKeyWithEverything_whenFound_thenItIsAsItWasProjected(ReadStoreEngine engine) {
    try (var read = open(engine)) {
      var key =
          key(2).after(new ApiKeyRotated(2, TENANT, "11", "aaaa", "bbbb", later()), Stored.AT);
      Stored.put(read, key, key(3));

      for (var one : List.of(key, key(3))) {
        assertThat(read.bean(ApiKeys.class).find(one.id())).isEqualTo(one);
        assertThat(find(read, one.id())).isEqualTo(new ApiKeyInUse(one, null));
      }
      assertThat(key.former()).isNotEmpty();
      assertThat(key.expiresAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenNoKeyOrAnotherTenants_whenFound_thenItIsNotThere(ReadStoreEngine engine) {
    try (var read = open(engine)) {
      Stored.put(read, Stored.key(2, TENANT + 1, false));

      Refused.with(NOT_FOUND, () -> find(read, 2));
      Refused.with(NOT_FOUND, () -> find(read, 3));
      assertThat(read.bean(ApiKeys.class).find(3)).isNull();
      assertThat(read.bean(ApiKeys.class).find(-1)).isNull();
      read.bean(ApiKeys.class).findNothing();
    }
  }

  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("unchecked")
  void givenAKeyInMemory_whenItIsRevoked_thenItIsFoundNoMore(ReadStoreEngine engine) {
    try (var read = open(engine)) {
      Stored.put(read, key(2));
      assertThat(read.bean(ApiKeys.class).find(2)).isNotNull();
      Stored.remove(read, 2);
      read.bean(DocumentCache.class).removed(ApiKeyDocument.class, Set.<Object>of(2L));

      assertThat(read.bean(ApiKeys.class).find(2)).isNull();
      Refused.with(NOT_FOUND, () -> find(read, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenKeysOfTwoTenants_whenListed_thenThePagesHaveTheirOwnOldestFirst(
      ReadStoreEngine engine) {
    try (var read = open(engine)) {
      Stored.put(read, key(9), key(4), Stored.key(5, TENANT + 1, false), key(3));

      assertThat(page(read, 0, 2)).containsExactly(3L, 4L);
      assertThat(page(read, 4, 2)).containsExactly(9L);
      assertThat(page(read, 9, 2)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenTenantsWithAndWithoutAFirstKey_whenTheirMasksAreAsked_thenThoseThereAreAnswered(
      ReadStoreEngine engine) {
    try (var read = open(engine)) {
      Stored.put(
          read,
          key(2),
          Stored.key(3, TENANT, true),
          Stored.key(4, TENANT + 1, false),
          Stored.key(5, TENANT + 2, true));
      var queries = read.bean(ApiKeyQueries.class);

      var result = queries.handle(new FirstApiKeys(Set.of(TENANT, TENANT + 1)));
      assertThat(result.masksByTenant()).isEqualTo(Map.of(TENANT, "sk-a1Bc…xY9z"));
      assertThat(result.of(TENANT + 1)).isEmpty();
      assertThat(queries.handle(new FirstApiKeys(Set.of())).masksByTenant()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenAKeyThatIsUsed_whenFoundOrListed_thenTheMinuteIsToldAtOnce(ReadStoreEngine engine) {
    try (var read = open(engine)) {
      Stored.put(read, key(2), key(3));
      read.bean(ApiKeys.class).used(2);

      assertThat(find(read, 2).lastUsedAt()).isEqualTo(Stored.AT);
      assertThat(find(read, 3).lastUsedAt()).isNull();
      assertThat(read.bean(ApiKeyQueries.class).handle(new ListApiKeys(TENANT, 0, 9)).keys())
          .extracting(ApiKeyInUse::lastUsedAt)
          .containsExactly(Stored.AT, null);
    }
  }

  private ReadStoreContext open(ReadStoreEngine engine) {
    return ReadStoreContext.open(engine, folder, Parts.class);
  }

  private static ApiKeyInUse find(ReadStoreContext read, long id) {
    return read.bean(ApiKeyQueries.class).handle(new FindApiKey(TENANT, id));
  }

  private static List<Long> page(ReadStoreContext read, long after, int limit) {
    return read
        .bean(ApiKeyQueries.class)
        .handle(new ListApiKeys(TENANT, after, limit))
        .keys()
        .stream()
        .map(found -> found.key().id())
        .toList();
  }

  private static ApiKeyView key(long id) {
    return Stored.key(id, TENANT, false);
  }

  private static long later() {
    return Stored.AT.plusSeconds(60).toEpochMilli();
  }
}
