package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import io.tenantry.model.events.ModelDeleted;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A write that is sent again is answered as the first time, whatever has happened since. */
class ReplayTest extends GuardedTest {

  ReplayTest(Engines engine) {
    super(engine);
  }

  @Test
  void givenEveryKindOfWrite_whenRepeatedLater_thenAnsweredAsItWasAndNothingHappens() {
    String slug = "t" + UUID.randomUUID().toString().replace("-", "");
    Life life = new Life(service, Service.OPERATOR, slug);
    life.registers();
    life.creates();
    life.repeats();
    life.changes();
    life.repeats();
    life.deletes();
    life.repeats();
    life.createsAgain();
    life.isClosedAndOpened();
    life.repeats();
    life.ends();
    // the slug in paths and headers leads nowhere now
    life.repeats();
  }

  @Test
  void givenDeletedTenant_whenAllOfItIsGone_thenItsWritesAreAnsweredStill() {
    JsonNode tenant = tenant();
    Life life = new Life(service, Service.OPERATOR, id(tenant));
    life.creates();
    Answer model = life.write(Call.of("POST", MODELS, "{\"name\":\"last\"}").in(id(tenant)));
    life.ends();
    HttpTest.await(() -> isDeleted(model.data().get("id").stringValue()));
    life.repeats();
  }

  private boolean isDeleted(String model) {
    return service
        .bean(EventStore.class)
        .readEvents("model:" + model)
        .asStream()
        .anyMatch(event -> event.getPayload() instanceof ModelDeleted);
  }

  @Test
  void givenKeyThatRotatesItself_whenItsNewSecretSendsAgain_thenStillTheSamePrincipal() {
    JsonNode tenant = tenant();
    Life life = new Life(service, secret(tenant), tenant.get("slug").stringValue());
    life.creates();
    life.changes();
    String own = keysOf(tenant) + "/" + Keys.id(secret(tenant)) + "/rotate";
    Answer rotated = life.write(Call.of("POST", own, "{\"grace_seconds\":0}"));
    life.repeats();
    life.isLedWith(secret(rotated.data()));
    life.repeats();
    life.deletes();
    life.repeats();
  }

  @Test
  void givenDeleteOfTenantBySlug_whenRepeated_thenDoneOnceAndAnsweredTwice() {
    JsonNode tenant = tenant();
    String path = TENANTS + "/" + tenant.get("slug").stringValue();
    Call delete = Call.of("DELETE", path).as(Service.OPERATOR).under(Call.newKey());
    Answer first = delete.to(service).ranFirst();
    delete.to(service).repeats(first);
    delete.at(path + "/").to(service).repeats(first);
    delete.under(Call.newKey()).to(service).problem(404, 2000);
    delete.without(Call.KEY).to(service).problem(404, 2000);
  }

  @Test
  void givenReplayInPlaceOfARefusal_whenAnotherTypeIsPreferred_thenStillJson() {
    for (String accept :
        List.of("*/*", "text/*, */*;q=0.1", "application/vnd.x+json, application/json;q=0.5")) {
      Call delete =
          Call.of("DELETE", TENANTS + "/" + tenant().get("slug").stringValue())
              .as(Service.OPERATOR)
              .with("Accept", accept)
              .under(Call.newKey());
      Answer first = delete.to(service).ranFirst();
      // its slug leads nowhere now
      delete.to(service).repeats(first);
    }
  }

  @Test
  void givenTenantInPathAndHeader_whenItIsGone_thenItsWritesAreAnsweredStill() {
    JsonNode tenant = tenant();
    String slug = tenant.get("slug").stringValue();
    Life life = new Life(service, Service.OPERATOR, slug);
    Call change = Call.of("PUT", TENANTS + "/" + slug, "{\"name\":\"b\"}");
    String key = "{\"key\":\"k\",\"data\":\"x\"}";
    String app = "/properties/applications/app";
    life.write(change.in(slug));
    life.write(change.in(id(tenant)));
    life.write(change.at(TENANTS + "/" + id(tenant)).in(slug));
    life.write(Call.of("POST", TENANTS + "/" + slug + app, key).in(id(tenant)));
    life.write(Call.of("DELETE", TENANTS + "/" + id(tenant)).in(slug));
    life.repeats();
  }

  @Test
  void givenWriteUnderAKey_whenStored_thenItsRecordIsTheLastOfItsEventsAndOfANoOpTheOnly() {
    JsonNode tenant = tenant();
    Call change = Call.of("PUT", TENANTS + "/" + id(tenant), "{\"name\":\"b\",\"business\":\"c\"}");
    assertThat(stored(change))
        .containsExactly("TenantRenamed", "TenantBusinessChanged", "CommandRecorded");
    assertThat(stored(change)).containsExactly("CommandRecorded");
    Call missing =
        Call.of("DELETE", TENANTS + "/" + id(tenant) + "/properties/applications/app/never");
    assertThat(stored(missing)).containsExactly("CommandRecorded");
  }

  private List<String> stored(Call call) {
    Happened happened = Happened.fromNowOn(service);
    Answer first = call.as(Service.OPERATOR).under(Call.newKey()).to(service).ranFirst();
    return happened.by(List.of(first.header("X-Request-ID"))).stream()
        .map(payload -> payload.getClass().getSimpleName())
        .toList();
  }

  @Test
  void givenReplay_whenItsTokenIsUsedToRead_thenWhatItWroteIsThere() {
    JsonNode tenant = tenant();
    Call create =
        Call.of("POST", MODELS, "{\"name\":\"m\"}").as(secret(tenant)).under(Call.newKey());
    Answer first = create.to(service).ranFirst();
    Answer again = create.to(service).repeats(first);
    Call read = Call.of("GET", again.header("Location")).as(secret(tenant));
    Answer model =
        read.with("Consistency-Token", again.header("Consistency-Token")).to(service).is(200);
    assertThat(model.body()).isEqualTo(first.body());
  }
}
