package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Compression, and what it does to an answer's tag. */
class CompressionTest extends HttpTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String LONG = "long ".repeat(20_000);

  private final String tenant = tenant();
  private final String model =
      model(tenant, "{\"name\":\"m\",\"configuration\":{\"a\":\"" + LONG + "\"}}");
  private final String key = appKey(tenant, "app", "k", LONG);

  CompressionTest(Engines engine) {
    super(engine);
  }

  private HttpResponse<byte[]> zipped(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
            .header("X-Tenant-ID", tenant)
            .header("Accept-Encoding", "gzip");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  @Test
  void givenLongAnswer_whenGzipIsAccepted_thenCompressedUnderATagOfItsOwn() throws Exception {
    for (String path : List.of(model, key)) {
      Answer plain = get(path, "X-Tenant-ID", tenant).is(200);
      assertThat(plain.header("ETag")).isEqualTo("\"1\"");
      HttpResponse<byte[]> zipped = zipped(path);
      assertThat(zipped.body().length).isLessThan(LONG.length() / 10);
      assertThat(unzipped(zipped)).isEqualTo(plain.body());
      assertThat(zipped.headers().firstValue("ETag")).contains("\"1-gzip\"");
      for (var vary :
          List.of(plain.header("Vary"), String.join(",", zipped.headers().allValues("Vary")))) {
        assertThat(vary.toLowerCase(Locale.ROOT)).contains("accept-encoding", "x-api-key");
      }
    }
  }

  @Test
  void givenItsTag_whenSentBack_thenItMeansThatVersion() throws Exception {
    for (String path : List.of(model, key)) {
      HttpResponse<byte[]> known = zipped(path, "If-None-Match", "\"1-gzip\"");
      assertThat(known.statusCode()).isEqualTo(304);
      assertThat(known.headers().firstValue("ETag")).contains("\"1-gzip\"");
      assertThat(zipped(path, "If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
      // whoever does not accept those bytes does not get to hear that they are still good
      get(path, "X-Tenant-ID", tenant, "If-None-Match", "\"1-gzip\"").is(200);
      assertThat(zipped(path, "If-None-Match", "\"2-gzip\"").statusCode()).isEqualTo(200);
    }
    patch(model, "{\"name\":\"n\"}", "X-Tenant-ID", tenant, "If-Match", "\"1-gzip\"").is(200);
    patch(model, "{\"name\":\"o\"}", "X-Tenant-ID", tenant, "If-Match", "\"1-gzip\"")
        .problem(412, 1011);
    patch(model, "{\"name\":\"o\"}", "X-Tenant-ID", tenant, "If-Match", "W/\"2-gzip\"")
        .problem(412, 1011);
    put(key, "{\"data\":\"y\"}", "If-Match", "\"1-gzip\"").is(200);
  }

  @Test
  void givenShortAnswer_whenGzipIsAccepted_thenAsItIs() throws Exception {
    String small = model(tenant, "{\"name\":\"small\"}");
    for (String path : List.of(small, TENANTS + "/" + tenant)) {
      HttpResponse<byte[]> answer = zipped(path);
      assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    }
  }

  @Test
  void givenLists_whenGzipIsAccepted_thenCompressed() throws Exception {
    for (int i = 0; i < 10; i++) {
      tenant();
    }
    for (String path : List.of(MODELS, TENANTS + "/all", "/openapi.json")) {
      assertThat(unzipped(zipped(path))).startsWith("{");
    }
    for (String encodings : List.of("identity", "br, gzip;q=0", "gzipped")) {
      var plain = get(TENANTS + "/all", "Accept-Encoding", encodings).is(200);
      assertThat(plain.header("Vary")).containsIgnoringCase("accept-encoding");
      assertThat(plain.body()).startsWith("{");
    }
  }

  @Test
  void givenOnlyTheHead_whenGzipIsAccepted_thenTheTagOfTheCompressed() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + model))
            .header("X-Tenant-ID", tenant)
            .header("Accept-Encoding", "gzip")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = CLIENT.send(head, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("ETag")).contains("\"1-gzip\"");
    assertThat(answer.body()).isEmpty();
  }
}
