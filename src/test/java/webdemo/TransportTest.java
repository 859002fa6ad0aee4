package webdemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {

  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private Path selfSigned() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "tenantry",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    return store;
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void givenSpringsOwnProperties_whenAskedOverTls_thenAnsweredWithTransportSecurity()
      throws Exception {
    Path store = selfSigned();
    try (Guarded server =
            new Guarded(
                "--server.ssl.key-store=" + store,
                "--server.ssl.key-store-password=" + PASSWORD,
                "--server.ssl.key-store-type=PKCS12");
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("https://localhost:" + server.port + "/api/v1/things/who"))
                  .header("X-API-Key", Guarded.OPERATOR)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
          .startsWith("max-age=31536000");
    }
  }

  @Test
  void givenNoTls_whenAsked_thenTheUsualHeadersWithoutIt() throws Exception {
    HttpResponse<String> answer = Server.get("/api/v1/things");
    assertThat(answer.headers().map())
        .containsKeys("x-content-type-options", "x-frame-options", "cache-control")
        .doesNotContainKeys("strict-transport-security", "set-cookie", "pragma", "expires");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void givenEndpointThatSaysHowToKeepItsAnswer_whenAsked_thenItsWordHolds() throws Exception {
    for (String tag : new String[] {"\"3\"", "\"2\""}) {
      HttpResponse<String> answer = Server.get("/api/v1/things/a", "If-None-Match", tag);
      assertThat(answer.statusCode()).isEqualTo(tag.contains("3") ? 304 : 200);
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache, private");
    }
  }
}
