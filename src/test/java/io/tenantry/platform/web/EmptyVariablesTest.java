package io.tenantry.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A variable that is there and empty, as a template leaves it, is none. */
class EmptyVariablesTest {

  private static final String KEY = "k0123456789012345678901234567890";

  private static StandardEnvironment checked(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-systemEnvironment", new HashMap<>(variables)));
    ConfigurationPropertySources.attach(environment);
    new StartChecks().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  /**
   * Spring would believe headers on a platform such as Kubernetes, and strangers could be local.
   */
  @ParameterizedTest
  @ValueSource(strings = {"SERVER_FORWARDHEADERSSTRATEGY", "SERVER_FORWARD_HEADERS_STRATEGY"})
  void givenEmptyForwarding_whenStarted_thenHeadersAreNotBelieved(String variable) {
    for (String value : new String[] {"", " "}) {
      assertThat(checked(Map.of(variable, value)).getProperty("server.forward-headers-strategy"))
          .isEqualTo("none");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void givenEmptyEventStore_whenStarted_thenItIsTheEmbeddedOne(String value) {
    assertThat(checked(Map.of("TENANTRY_EVENT_STORE", value)).getProperty("tenantry.event-store"))
        .isEqualTo("embedded");
  }

  /** As a secret is that has failed to resolve: it must not open the door. */
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void givenEmptyOperatorKey_whenStarted_thenRefused(String value) {
    for (String anonymous : new String[] {"operator", "deny", ""}) {
      assertThatThrownBy(
              () ->
                  checked(Map.of("TENANTRY_OPERATOR_KEY", value, "TENANTRY_ANONYMOUS", anonymous)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("TENANTRY_OPERATOR_KEY");
    }
  }

  /** It takes its path and its address from whoever sends headers, behind a proxy or not. */
  @ParameterizedTest
  @ValueSource(strings = {"framework", "FRAMEWORK", "frame-work"})
  void givenForwardingByTheFramework_whenStarted_thenRefused(String strategy) {
    assertThatThrownBy(
            () ->
                checked(
                    Map.of(
                        "TENANTRY_OPERATOR_KEY", KEY, "SERVER_FORWARDHEADERSSTRATEGY", strategy)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("SERVER_FORWARD_HEADERS_STRATEGY");
  }
}
