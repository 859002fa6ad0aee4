package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is the same request under a key that was used, and what is another. */
class IdempotencyTableTest extends GuardedTest {

  private enum Outcome {
    SAME,
    OTHER
  }

  private final JsonNode tenant = tenant();
  private final String apps = TENANTS + "/" + id(tenant) + "/properties/applications/app";
  private final String key = Call.newKey();

  IdempotencyTableTest(Engines engine) {
    super(engine);
  }

  private Call call(String method, String path, String body) {
    return Call.of(method, path, body).as(Service.OPERATOR).under(key);
  }

  private Call model(String body) {
    return call("POST", MODELS, body).in(id(tenant));
  }

  private static void expect(Outcome outcome, Call first, Answer answered, Answer again) {
    switch (outcome) {
      case SAME -> again.repeats(answered);
      case OTHER -> again.isNot(first);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SAME | {'name':'A','configuration':{'n':1,'s':'x'}} | {'name':'A','configuration':{'n':1,'s':'x'}}",
        "SAME | {'name':'A','configuration':{'n':1,'s':'x'}} | {'configuration':{'s':'x','n':1},'name':'A'}",
        "SAME | {'name':'A','configuration':{'n':[1,2]}} | { 'name' : 'A',  'configuration': {'n':[ 1, 2 ] } }",
        "SAME | {'name':'A'} | {'name':'\\u0041'}",
        "SAME | {'name':'A'} | {'n\\u0061me':'A'}",
        "SAME | {'name':'a/b\u00e9\ud83d\ude00'} | {'name':'a\\/b\\u00E9\\ud83d\\uDE00'}",
        "OTHER | {'name':'A'} | {'name':'B'}",
        "OTHER | {'name':'A'} | {'name':'A '}",
        "OTHER | {'name':'e\u0301'} | {'name':'\u00e9'}",
        "OTHER | {'name':'A'} | {'name':'A','description':''}",
        "OTHER | {'name':'A'} | {'name':'A','description':null}",
        "OTHER | {'name':'A','configuration':{'n':[1,2]}} | {'name':'A','configuration':{'n':[2,1]}}",
        "OTHER | {'name':'A','configuration':{'n':1}} | {'name':'A','configuration':{'n':'1'}}",
        "OTHER | {'name':'A','configuration':{'n':1}} | {'name':'A','configuration':{'n':1.0}}",
        "OTHER | {'name':'A','configuration':{'n':100}} | {'name':'A','configuration':{'n':1e2}}",
        "OTHER | {'name':'A','configuration':{'n':1e2}} | {'name':'A','configuration':{'n':1E2}}",
        "OTHER | {'name':'A','configuration':{'n':1e2}} | {'name':'A','configuration':{'n':1e+2}}",
        "OTHER | {'name':'A','configuration':{'n':0}} | {'name':'A','configuration':{'n':-0}}",
      })
  void givenModel_whenSentAgain_thenSameByMeaningAndNumbersByTheirSpelling(
      Outcome outcome, String sent, String again) {
    Call first = model(sent.replace('\'', '"'));
    Answer answered = first.to(service).ranFirst();
    expect(outcome, first, answered, first.saying(again.replace('\'', '"')).to(service));
    first.to(service).repeats(answered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SAME | {'name':'A','business':'b'} | { 'business':'b', 'name':'\\u0041' }",
        "OTHER | {'storage_quota':100} | {'storage_quota':100.0}",
        "OTHER | {'storage_quota':100} | {'storage_quota':1e2}",
        "OTHER | {'name':'A'} | {'name':'A','id':7}",
        "OTHER | {} | {'name':'A'}",
      })
  void givenTenant_whenSentAgain_thenLikewiseAlsoWithWhatIsIgnored(
      Outcome outcome, String sent, String again) {
    Call first = call("PUT", TENANTS + "/" + id(tenant), sent.replace('\'', '"'));
    Answer answered = first.to(service).ranFirst();
    expect(outcome, first, answered, first.saying(again.replace('\'', '"')).to(service));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SAME | {'key':'k','data':'A'} | { 'data' : '\\u0041', 'key' : 'k' }",
        "OTHER | {'key':'k','data':'{ 1.0 }'} | {'key':'k','data':'{1.0}'}",
        "OTHER | {'key':'k','data':'x'} | {'key':'l','data':'x'}",
      })
  void givenAppKey_whenSentAgain_thenLikewiseAndItsDataIsText(
      Outcome outcome, String sent, String again) {
    Call first = call("POST", apps, sent.replace('\'', '"'));
    Answer answered = first.to(service).ranFirst();
    expect(outcome, first, answered, first.saying(again.replace('\'', '"')).to(service));
  }

  @Test
  void givenModel_whenSentAgainOnManyLines_thenTheSame() {
    Call first = model("{\"name\":\"A\",\"configuration\":{\"n\":[1]}}");
    Answer answered = first.to(service).ranFirst();
    String spread = "\r\n{\t\"name\":\n\"A\" ,\n\"configuration\":{\"n\"\t:[\n1\n]}}\n";
    first.saying(spread).to(service).repeats(answered);
  }

  @Test
  void givenUsedKey_whenAnyOtherPartOfTheRequestDiffers_thenRefused() {
    call("POST", apps, "{\"key\":\"k\",\"data\":\"x\"}").under(Call.newKey()).to(service).is(200);
    Call first = call("PUT", apps + "/k", "{\"data\":\"y\"}").with("If-Match", "\"1\"");
    Answer answered = first.to(service).ranFirst();
    String bySlug = first.path().replace(id(tenant), tenant.get("slug").stringValue());
    for (Call other :
        List.of(
            first.by("DELETE").saying(""),
            first.by("POST").at(apps).saying("{\"key\":\"l\",\"data\":\"x\"}"),
            first.at(apps + "/l"),
            first.at(apps + "/K"),
            first.at(apps + "2/k"),
            first.at(first.path().replace(id(tenant), id(tenant()))),
            first.at(bySlug),
            first.at(TENANTS + "/" + id(tenant)).saying("{\"name\":\"y\"}"),
            first.without("If-Match"),
            first.with("If-Match", "\"2\""),
            first.with("If-Match", "W/\"1\""),
            first.with("If-Match", "*"),
            first.in(id(tenant)))) {
      other.to(service).isNot(first);
    }
    first.to(service).repeats(answered);
  }

  @Test
  void givenUsedKey_whenAnotherTenantIsNamedByHeader_thenRefused() {
    Call first = model("{\"name\":\"m\"}");
    Answer answered = first.to(service).ranFirst();
    first.in(id(tenant())).to(service).isNot(first);
    first.to(service).repeats(answered);
  }

  @Test
  void givenUsedKey_whenOnlyTheWayOfAskingDiffers_thenTheSame() {
    Call first = model("{\"name\":\"m\"}");
    Answer answered = first.to(service).ranFirst();
    for (Call same :
        List.of(
            first.at(MODELS + "/"),
            first.with("X-Request-ID", "another"),
            first.with("Accept", "application/*"),
            first.with("Content-Type", "application/json; charset=utf-8"),
            first.with("If-None-Match", "*"),
            first.with("Consistency-Token", answered.header("Consistency-Token")),
            first.without("X-API-Key").with("Authorization", "Bearer " + Service.OPERATOR))) {
      same.to(service).repeats(answered);
    }
    Call withSlash = first.at(MODELS + "/").under(Call.newKey());
    Answer second = withSlash.to(service).ranFirst();
    withSlash.at(MODELS).to(service).repeats(second);
    withSlash.saying("{\"name\":\"n\"}").to(service).isNot(withSlash);
  }

  @Test
  void givenUsedKey_whenTheSameUrlIsSpelledInAnotherWay_thenTheSame() {
    String path = apps + "/caf%C3%A9-k~";
    Call first = call("PUT", path, "{\"data\":\"x\",\"auto_create\":true}");
    Answer answered = first.to(service).ranFirst();
    for (String same : List.of("/caf%c3%a9-k~", "/%63af%C3%A9%2dk%7E", "/caf%c3%A9-%6b~/")) {
      first.at(apps + same).to(service).repeats(answered);
    }
    first.at(apps + "/caf%C3%A9-K~").to(service).isNot(first);
    first.at(apps + "/caf%25C3%25A9-k~").to(service).isNot(first);
    // the record names the path as it was sent first
    Call spelled = first.at(apps + "/%63af%c3%a9").under(Call.newKey());
    spelled.to(service).ranFirst();
    spelled.at(apps + "/cafe").to(service).isNot(spelled);
  }

  @Test
  void givenPatch_whenSentAgain_thenSameByMeaningAndInItsOrder() {
    Call create = model("{\"name\":\"m\"}").under(Call.newKey());
    String path = create.to(service).is(201).header("Location");
    Call merge = call("PATCH", path, "{\"description\":\"d\"}").in(id(tenant));
    Answer merged = merge.to(service).ranFirst();
    merge.with("Content-Type", "application/merge-patch+json").to(service).repeats(merged);
    String one = "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"a\"}";
    String two = "{\"value\":\"b\",\"path\":\"/name\",\"op\":\"replace\"}";
    Call patch =
        merge
            .under(Call.newKey())
            .with("Content-Type", "application/json-patch+json")
            .saying("[" + one + "," + two + "]");
    Answer patched = patch.to(service).ranFirst();
    String spread = "[ {\"path\":\"/name\",\"op\":\"replace\",\"value\":\"a\"} , " + two + " ]";
    patch.saying(spread).to(service).repeats(patched);
    patch.saying("[" + two + "," + one + "]").to(service).isNot(patch);
  }

  @Test
  void givenUsedKey_whenTheOtherRequestIsRefused_thenTheFirstBodyIsNotTold() {
    Call first = model("{\"name\":\"word-of-the-first\"}");
    first.to(service).ranFirst();
    Answer other = first.saying("{\"name\":\"word-of-the-other\"}").to(service);
    other.isNot(first);
    assertThat(other.body()).doesNotContain("word-of-the-first", "word-of-the-other", key);
  }
}
