package io.tenantry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What cannot be read, or not be accepted, is refused on every surface, and nothing is stored. */
class StrictRequestsTest extends HttpTest {

  private final String tenant = tenant();
  private final String keys = applications(tenant) + "/app";
  private long tenantsBefore;

  StrictRequestsTest(Engines engine) {
    super(engine);
  }

  private long tenants() {
    return get(TENANTS + "?page=1").is(200).data().get("total").longValue();
  }

  @BeforeEach
  void countTenants() {
    tenantsBefore = tenants();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(tenants()).isEqualTo(tenantsBefore);
    assertThat(get(MODELS, "X-Tenant-ID", tenant).is(200).json().get("data").size()).isZero();
    assertThat(get(applications(tenant)).is(200).json().get("applications").size()).isZero();
  }

  private List<Answer> everywhere(String json) {
    return List.of(
        post(TENANTS, json), post(MODELS, json, "X-Tenant-ID", tenant), post(keys, json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"name\":\"a\"",
        "{\"name\":\"a\"} x",
        "{'name':'a'}",
        "{\"name\":NaN}",
        "{\"name\":\"a\",}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"key\":\"a\",\"data\":\"x\",\"data\":\"y\"}",
        "// c\n{\"name\":\"a\"}",
        "\uFEFF{\"name\":\"a\"}",
      })
  void givenBodyThatIsNoJson_whenPosted_thenUnreadable(String body) {
    everywhere(body).forEach(answer -> answer.problem(400, 1000));
  }

  @Test
  void givenEmptyBody_whenPosted_thenUnreadable() {
    everywhere("").forEach(answer -> answer.problem(400, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"name\""})
  void givenBodyThatIsNoObject_whenPosted_thenInvalid(String body) {
    everywhere(body).forEach(answer -> answer.problem(400, 1010));
  }

  @Test
  void givenUnknownFields_whenPosted_thenEachIsNamed() {
    for (Answer answer : everywhere("{\"name\":\"a\",\"nmae\":1,\"x y\":{}}")) {
      JsonNode errors = answer.problem(400, 1010).get("errors");
      assertThat(errors.valueStream().map(e -> e.get("field").stringValue()))
          .contains("nmae", "x y");
    }
    post(TENANTS, "{\"name\":\"a\",\"retriever_engines\":{\"engines\":null,\"x\":1}}")
        .invalid("retriever_engines.x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|{\"name\":1}",
        "name|{\"name\":{}}",
        "slug|{\"name\":\"a\",\"slug\":true}",
        "storage_quota|{\"name\":\"a\",\"storage_quota\":\"1\"}",
        "storage_quota|{\"name\":\"a\",\"storage_quota\":1.5}",
        "storage_quota|{\"name\":\"a\",\"storage_quota\":9223372036854775808}",
        "storage_quota|{\"name\":\"a\",\"storage_quota\":-1}",
        "retriever_engines|{\"name\":\"a\",\"retriever_engines\":[]}",
        "retriever_engines.engines|{\"name\":\"a\",\"retriever_engines\":{\"engines\":{}}}",
      })
  void givenWrongType_whenTenantPosted_thenFieldIsNamed(String field, String body) {
    post(TENANTS, body).invalid(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|{\"name\":1}",
        "description|{\"name\":\"a\",\"description\":[]}",
        "configuration|{\"name\":\"a\",\"configuration\":[]}",
        "configuration|{\"name\":\"a\",\"configuration\":\"{}\"}",
        "schema|{\"name\":\"a\",\"schema\":1}",
        "name|{\"name\":\"  \"}",
        "name|{\"name\":null}",
        "name|{}",
      })
  void givenWrongType_whenModelPosted_thenFieldIsNamed(String field, String body) {
    post(MODELS, body, "X-Tenant-ID", tenant).invalid(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key|{\"key\":1,\"data\":\"x\"}",
        "data|{\"key\":\"k\",\"data\":{}}",
        "data|{\"key\":\"k\",\"data\":1}",
        "data|{\"key\":\"k\",\"data\":null}",
        "key|{\"key\":\"a/b\",\"data\":\"x\"}",
        "key|{\"key\":\"..\",\"data\":\"x\"}",
      })
  void givenWrongType_whenAppKeyPosted_thenFieldAndItsCode(String field, String body) {
    Answer answer = post(keys, body);
    answer.invalid(field);
    assertThat(answer.json().at("/errors/0/code").intValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x", "a\\ud83d"})
  void givenNulOrLoneSurrogate_whenPosted_thenFieldIsNamed(String text) {
    post(TENANTS, "{\"name\":\"" + text + "\"}").invalid("name");
    post(MODELS, "{\"name\":\"a\",\"configuration\":{\"b\":[\"" + text + "\"]}}")
        .invalid("configuration.b[0]");
    post(keys, "{\"key\":\"k\",\"data\":\"" + text + "\"}").invalid("data");
    assertThat(post(TENANTS, "{\"" + text + "\":1}").problem(400, 1010).has("errors")).isTrue();
  }

  @Test
  void givenBytesThatAreNotUtf8_whenPosted_thenUnreadable() {
    byte[] latin = "{\"name\":\"\u00e9\"}".getBytes(ISO_8859_1);
    service.ask("POST", TENANTS, latin, "Content-Type", "application/json").problem(400, 1000);
  }

  @Test
  void givenBodyAboveTheLimit_whenPosted_thenTooLarge() {
    String much = "x".repeat((1 << 20) + (64 << 10));
    for (Answer answer : everywhere("{\"name\":\"" + much + "\"}")) {
      answer.problem(413, 1013);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "x",
        "application/xml",
        "application/json; charset=latin1"
      })
  void givenWrongMediaType_whenPosted_thenUnsupported(String type) {
    String body = "{\"name\":\"a\"}";
    post(TENANTS, body, "Content-Type", type).problem(415, 1015);
    post(MODELS, body, "Content-Type", type, "X-Tenant-ID", tenant).problem(415, 1015);
    post(keys, "{\"key\":\"k\",\"data\":\"x\"}", "Content-Type", type).problem(415, 1015);
  }

  @Test
  void givenNoMediaType_whenPosted_thenUnsupported() {
    byte[] body = "{\"name\":\"a\"}".getBytes(UTF_8);
    service.ask("POST", TENANTS, body).problem(415, 1015);
    service.ask("POST", MODELS, body, "Idempotency-Key", "k").problem(415, 1015);
    service.ask("POST", keys, body).problem(415, 1015);
  }

  @Test
  void givenQuotedMediaType_whenNotOfTheAppKeys_thenUnsupported() {
    post(TENANTS, "{\"name\":\"a\"}", "Content-Type", "\"application/json\"").problem(415, 1015);
  }

  @Test
  void givenUnacceptableAccept_whenAsked_thenNotAcceptable() {
    get(TENANTS, "Accept", "text/csv").problem(406, 1014);
    get(TENANTS + "/" + tenant, "Accept", "application/xml").problem(406, 1014);
    get(MODELS, "Accept", "text/html").problem(406, 1014);
    get(applications(tenant), "Accept", "image/png").problem(406, 1014);
    post(TENANTS, "{\"name\":\"a\"}", "Accept", "text/csv").problem(406, 1014);
    post(keys, "{\"key\":\"k\",\"data\":\"x\"}", "Accept", "text/csv").problem(406, 1014);
    for (String accept : List.of("*/*", "application/*", "application/json;q=0.1, text/html")) {
      get(TENANTS + "/" + tenant, "Accept", accept).is(200);
    }
  }

  @Test
  void givenAcceptThatRefusesEverything_whenAsked_thenNotAcceptable() {
    for (String accept : List.of("*/*;q=0", "application/json; q=0.0", "a/b;q=0, */*;q=0.000")) {
      post(TENANTS, "{\"name\":\"a\"}", "Accept", accept).problem(406, 1014);
      get(TENANTS + "/" + tenant, "Accept", accept).problem(406, 1014);
    }
  }

  @Test
  void givenMultipartOrEncodedOrTwoMediaTypes_whenPosted_thenRefused() {
    String body = "{\"name\":\"a\"}";
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=b")) {
      post(TENANTS, body, "Content-Type", type).problem(415, 1015);
    }
    post(TENANTS, body, "Content-Encoding", "gzip").problem(415, 1015);
    service
        .ask(
            "POST",
            TENANTS,
            body.getBytes(UTF_8),
            "Content-Type",
            "application/json",
            "Content-Type",
            "text/plain")
        .problem(400, 1000);
  }

  @Test
  void givenManyUnknownFields_whenPosted_thenTheAnswerIsBounded() {
    var body = new StringBuilder("{\"name\":\"a\"");
    for (int i = 0; i < 5000; i++) {
      body.append(",\"f").append(i).append("\":1");
    }
    var errors = post(TENANTS, body.append('}').toString()).problem(400, 1010).get("errors");
    assertThat(errors.size()).isEqualTo(100);
  }

  @Test
  void givenUnknownOrRepeatedQueryParameter_whenAsked_thenItIsNamed() {
    for (String path :
        List.of(TENANTS, TENANTS + "/" + tenant, MODELS, applications(tenant), TENANTS + "/all")) {
      assertThat(get(path + "?lmiit=1").problem(400, 1000).get("detail").stringValue())
          .contains("lmiit");
    }
    assertThat(get(MODELS + "?limit=1&limit=2").problem(400, 1000).get("detail").stringValue())
        .contains("limit");
    get(TENANTS + "?page=1&page=1").problem(400, 1000);
    post(TENANTS + "?x=1", "{\"name\":\"a\"}").problem(400, 1000);
    delete(TENANTS + "/" + tenant + "?force=true").problem(400, 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "x", "1.0", "+5", "0x10", "99999999999"})
  void givenLimitOutOfRange_whenListed_thenUnreadable(String limit) {
    get(MODELS + "?limit=" + limit).problem(400, 1000);
  }

  @Test
  void givenMethodThatThePathDoesNotKnow_whenSent_thenAllowSaysWhichItDoes() {
    assertThat(allowed(send("PATCH", TENANTS, "{}"))).contains("GET", "POST");
    assertThat(allowed(put(TENANTS, "{}"))).contains("GET", "POST");
    assertThat(allowed(post(TENANTS + "/" + tenant, "{}"))).contains("GET", "PUT", "DELETE");
    assertThat(allowed(put(MODELS, "{}"))).contains("GET", "POST");
    assertThat(allowed(put(MODELS + "/x", "{}"))).contains("GET", "PATCH", "DELETE");
    assertThat(allowed(put(applications(tenant), "{}"))).contains("GET");
    assertThat(allowed(put(keys, "{}"))).contains("GET", "POST");
    assertThat(allowed(post(keys + "/k", "{}"))).contains("GET", "PUT", "DELETE");
  }

  private static List<String> allowed(Answer answer) {
    answer.problem(405, 1004);
    return List.of(answer.header("Allow").split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {"{ %7B", "| %7C", "\\ %5C", "\" %22", "< %3C", "^ %5E", "# %23", "\u00e9 %C3%A9"})
  void givenTargetThatTheContainerRefuses_whenSent_thenTheAnswerIsThatOfItsSurface(
      String sent, String instance) {
    for (String path : List.of(TENANTS + "/", MODELS + "/", keys + "/", keys + "/k?limit=")) {
      Answer answer = service.raw("GET " + path + sent + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      boolean query = path.contains("?");
      String told = path.replaceFirst("\\?.*", "") + (query ? "" : instance);
      JsonNode problem = answer.at(told).problem(400, 1000);
      assertThat(problem.get("instance").stringValue()).isEqualTo(told);
      assertThat(problem.at("/error/details/field").stringValue())
          .isEqualTo(query ? "query" : "path");
      assertThat(problem.has("errors")).isEqualTo(path.startsWith(keys));
      assertThat(problem.at("/errors/0/code").asInt(2)).isEqualTo(2);
    }
  }

  @Test
  void givenTargetThatIsTooLong_whenSent_thenItsBeginningIsTold() {
    Answer answer =
        service.raw("GET " + keys + "/" + "{".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    String instance = answer.json().get("instance").stringValue();
    assertThat(instance).startsWith(keys + "/%7B%7B").hasSizeLessThan(3 * (20 << 10));
    answer.at(instance).problem(400, 1000);
    assertThat(service.said("{\r\nX: /secret y\r\n\r\n".getBytes(UTF_8), false))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("secret");
  }

  @Test
  void givenPathThatIsNothing_whenAsked_thenNotFound() {
    for (String path : List.of("/nothing", "/api/v2/tenants", "/v1/tenant", "/favicon.ico")) {
      get(path).problem(404, 1003);
    }
  }
}
