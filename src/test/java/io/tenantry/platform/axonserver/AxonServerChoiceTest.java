package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class AxonServerChoiceTest {

  @TempDir Path folder;

  @Test
  void givenAnyEngine_whenChosen_thenTheConnectorConfiguresNothingByItself() {
    for (var engine : new String[] {"", "embedded", "postgres", "axonserver"}) {
      var environment = chosen("tenantry.event-store", engine);
      assertThat(environment.getProperty("axon.axonserver.enabled")).isEqualTo("false");
    }
  }

  @Test
  void givenAUserWhoEnablesTheConnector_whenChosen_thenItStaysOff() {
    assertThat(chosen("axon.axonserver.enabled", "true").getProperty("axon.axonserver.enabled"))
        .isEqualTo("false");
  }

  @Test
  void givenAxonServer_whenPermitsAreSet_thenTheyStandBeforeTheDefault() {
    var name = "axon.axonserver.event-flow-control.permits";
    assertThat(chosen("tenantry.event-store", "axonserver").getProperty(name))
        .isEqualTo(String.valueOf(EventPermits.PERMITS));
    assertThat(chosen("tenantry.event-store", "axonserver", name, "64").getProperty(name))
        .isEqualTo("64");
    assertThat(chosen("tenantry.event-store", "embedded").getProperty(name)).isNull();
  }

  @Test
  void givenServersBesideAnotherEngine_whenChosen_thenTheStartIsRefused() {
    refuses("AXON_AXONSERVER_SERVERS is set", "axon.axonserver.servers", "axonserver:8124");
  }

  @Test
  void givenServersThatAreNone_whenChosen_thenTheStartIsRefused() {
    for (var servers : new String[] {"http://axonserver:8124", "a:b", "a,,b", "a:123456"}) {
      refuses(
          "AXON_AXONSERVER_SERVERS must be",
          "tenantry.event-store",
          "axonserver",
          "axon.axonserver.servers",
          servers);
    }
    chosen("tenantry.event-store", "axonserver", "axon.axonserver.servers", "one:8124, two");
  }

  @Test
  void givenAnEmptyToken_whenChosen_thenTheStartIsRefused() {
    refuses(
        "AXON_AXONSERVER_TOKEN is set and empty",
        "tenantry.event-store",
        "axonserver",
        "axon.axonserver.token",
        " ");
  }

  @Test
  void givenACertificate_whenTlsIsOffOrItCannotBeRead_thenTheStartIsRefused() throws Exception {
    var file = Files.writeString(folder.resolve("ca.pem"), "").toString();
    var axon = "tenantry.event-store";
    var certificate = "axon.axonserver.cert-file";
    refuses("SSL_ENABLED is not true", axon, "axonserver", certificate, file);
    refuses(
        "AXON_AXONSERVER_CERT_FILE cannot be read",
        axon,
        "axonserver",
        certificate,
        file + "x",
        "axon.axonserver.ssl-enabled",
        "true");
    chosen(axon, "axonserver", certificate, file, "axon.axonserver.ssl-enabled", "true");
  }

  private static void refuses(String words, String... properties) {
    assertThatThrownBy(() -> chosen(properties))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(words);
  }

  private static MockEnvironment chosen(String... properties) {
    var environment = new MockEnvironment();
    for (int i = 0; i < properties.length; i += 2) {
      environment.setProperty(properties[i], properties[i + 1]);
    }
    new AxonServerChoice().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
