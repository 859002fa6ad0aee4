package io.tenantry.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import io.tenantry.platform.TenantryProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AccessChoiceTest {

  private static final String KEY = "01234567890123456789012345678901";

  @ParameterizedTest
  @CsvSource({
    ",,,true",
    "'','',embedded,true",
    "' ',' ',' ',true",
    KEY + ",,embedded,false",
    KEY + ",deny,embedded,false",
    KEY + ",operator,embedded,true",
    KEY + ",,postgres,false",
    ",operator,postgres,true",
  })
  void givenConfiguration_whenItCanBe_thenAnonymousOrNot(
      @Nullable String key, @Nullable String anonymous, @Nullable String store, boolean allowed) {
    assertThat(AccessChoice.of(key, anonymous, store).anonymous()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({",deny,embedded", ",,postgres", ",deny,axonserver", ",maybe,", KEY + ",OPERATOR,"})
  void givenConfiguration_whenItCannotBe_thenRefused(
      @Nullable String key, @Nullable String anonymous, @Nullable String store) {
    assertThatThrownBy(() -> AccessChoice.of(key, anonymous, store))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TENANTRY_ANONYMOUS");
  }

  @Test
  void givenEnvironment_whenBound_thenItsNamesAreThoseOfTheContract() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                    "TENANTRY_OPERATOR_KEY", KEY,
                    "TENANTRY_SECRET", "a-secret",
                    "TENANTRY_AUTH_FAILURES_PER_MINUTE", "1",
                    "TENANTRY_RATE_LIMIT_PER_TENANT", "2",
                    "TENANTRY_RATE_LIMIT_PER_KEY", "3",
                    "TENANTRY_CORS_ALLOWED_ORIGINS", "https://a.example,https://b.example")));
    TenantryProperties bound =
        Binder.get(environment).bindOrCreate("tenantry", TenantryProperties.class);
    assertThat(bound.operatorKey()).isEqualTo(KEY);
    assertThat(bound.authFailuresPerMinute()).isEqualTo(1);
    assertThat(bound.rateLimit()).isEqualTo(new TenantryProperties.RateLimit(2, 3));
    assertThat(bound.cors().allowedOrigins())
        .containsExactly("https://a.example", "https://b.example");
    assertThat(bound.toString()).doesNotContain(KEY, "a-secret");
  }
}
