package io.tenantry.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartChecksTest {

  private static final String KEY = "TENANTRY_OPERATOR_KEY=k0123456789012345678901234567890";

  /**
   * @param variables {@code NAME=value NAME=value}; {@code _} is a blank
   */
  private static StandardEnvironment checked(String variables) {
    Map<String, Object> values =
        Arrays.stream(variables.split(" "))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("_", " ")));
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", values));
    ConfigurationPropertySources.attach(environment);
    new StartChecks().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "all",
      value = {
        "'' | 127.0.0.1",
        "SERVER_ADDRESS=_ | 127.0.0.1",
        "SERVER_ADDRESS=::1 | ::1",
        "SERVER_FORWARD_HEADERS_STRATEGY=NONE | 127.0.0.1",
        KEY + " | all",
        KEY + " TENANTRY_ANONYMOUS=deny | all",
        KEY + " TENANTRY_ANONYMOUS=operator | 127.0.0.1",
        KEY + " SERVER_ADDRESS=0.0.0.0 | 0.0.0.0",
        KEY + " SERVER_FORWARD_HEADERS_STRATEGY=native | all",
        KEY + " TENANTRY_AUTH_FAILURES_PER_MINUTE=0 TENANTRY_RATE_LIMIT_PER_KEY=9 | all",
        KEY + " TENANTRY_CORS_ALLOWED_ORIGINS=https://a.example,http://localhost:3000 | all",
        KEY + " TENANTRY_CORS_ALLOWED_ORIGINS=* | all",
      })
  void givenConfigurationThatCanBe_whenChecked_thenItListensWhereItMay(
      String variables, String address) {
    assertThat(checked(variables).getProperty("server.address")).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SERVER_ADDRESS=0.0.0.0 | SERVER_ADDRESS",
        "SERVER_ADDRESS=192.0.2.1 | SERVER_ADDRESS",
        KEY + " TENANTRY_ANONYMOUS=operator SERVER_ADDRESS=0.0.0.0 | SERVER_ADDRESS",
        "TENANTRY_ANONYMOUS=deny | TENANTRY_ANONYMOUS",
        "TENANTRY_ANONYMOUS=yes | TENANTRY_ANONYMOUS",
        "TENANTRY_OPERATOR_KEY=k012345678901234567890123456789 | TENANTRY_OPERATOR_KEY",
        KEY + ",b=1 | TENANTRY_OPERATOR_KEY",
        "SERVER_FORWARD_HEADERS_STRATEGY=native | SERVER_FORWARD_HEADERS_STRATEGY",
        KEY
            + " TENANTRY_ANONYMOUS=operator SERVER_FORWARD_HEADERS_STRATEGY=framework"
            + " | SERVER_FORWARD_HEADERS_STRATEGY",
        "SERVER_TOMCAT_REMOTEIP_REMOTE_IP_HEADER=X-Real-IP | SERVER_FORWARD_HEADERS_STRATEGY",
        "MANAGEMENT_SERVER_PORT=9 | MANAGEMENT_SERVER_PORT",
        KEY + " MANAGEMENT_SERVER_PORT=9 | MANAGEMENT_SERVER_PORT",
        "TENANTRY_AUTH_FAILURES_PER_MINUTE=-1 | TENANTRY_AUTH_FAILURES_PER_MINUTE",
        "TENANTRY_RATE_LIMIT_PER_TENANT=-1 | TENANTRY_RATE_LIMIT_PER_TENANT",
        "TENANTRY_RATE_LIMIT_PER_KEY=-1 | TENANTRY_RATE_LIMIT_PER_KEY",
        "TENANTRY_HTTP_THREADS=0 | TENANTRY_HTTP_THREADS",
        "TENANTRY_HTTP_COSTLY=0 | TENANTRY_HTTP_COSTLY",
        "TENANTRY_CORS_ALLOWED_ORIGINS=a.example | TENANTRY_CORS_ALLOWED_ORIGINS",
        "TENANTRY_CORS_ALLOWED_ORIGINS=https://a.example/ | TENANTRY_CORS_ALLOWED_ORIGINS",
        "TENANTRY_CORS_ALLOWED_ORIGINS=null | TENANTRY_CORS_ALLOWED_ORIGINS",
      })
  void givenConfigurationThatCannotBe_whenChecked_thenItIsNamedWithoutAnyKey(
      String variables, String named) {
    assertThatThrownBy(() -> checked(variables))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(named)
        .message()
        .doesNotContain("0123456789");
  }
}
