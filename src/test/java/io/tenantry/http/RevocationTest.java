package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes a right away holds for every request that begins after it was answered. */
@ParameterizedClass
@EnumSource(Engines.class)
class RevocationTest {

  private static final int CLIENTS = 32;
  private static final int ROUNDS = 5;

  private final Service service;

  RevocationTest(Engines engine) {
    service = Service.guardedOn(engine);
  }

  /** Sends what takes the key's right away. */
  private interface Taking {
    void from(String tenant, String keyId);
  }

  @Test
  void givenRequestsInFlight_whenTheKeyIsRevoked_thenNoneThatBeginsLaterSucceeds()
      throws Exception {
    round(
        (tenant, keyId) ->
            operator("DELETE", "/api/v1/tenants/" + tenant + "/api-keys/" + keyId, ""),
        401);
  }

  @Test
  void givenRequestsInFlight_whenTheKeyIsRotated_thenTheOldSecretIsDead() throws Exception {
    round(
        (tenant, keyId) ->
            operator("POST", "/api/v1/tenants/" + tenant + "/api-keys/" + keyId + "/rotate", "{}"),
        401);
  }

  @Test
  void givenRequestsInFlight_whenTheTenantIsDeleted_thenItsKeysAreDead() throws Exception {
    round((tenant, keyId) -> operator("DELETE", "/api/v1/tenants/" + tenant, ""), 401);
  }

  @Test
  void givenRequestsInFlight_whenTheTenantIsMadeInactive_thenItsKeysAreLocked() throws Exception {
    round(
        (tenant, keyId) ->
            operator("PUT", "/api/v1/tenants/" + tenant, "{\"status\":\"inactive\"}"),
        403);
  }

  private void round(Taking taking, int refused) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String tenant =
          operator("POST", "/api/v1/tenants", "{\"name\":\"r\"}").data().get("id").asString();
      var key =
          operator("POST", "/api/v1/tenants/" + tenant + "/api-keys", "{\"name\":\"k\"}").data();
      String token = key.get("token").stringValue();
      var taken = new AtomicLong(Long.MAX_VALUE);
      var inFlight = new CountDownLatch(CLIENTS);
      List<Callable<List<String>>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> late(token, taken, inFlight, refused));
      }
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<String>>> running = new ArrayList<>();
        clients.forEach(client -> running.add(executor.submit(client)));
        inFlight.await();
        taking.from(tenant, key.get("id").asString());
        taken.set(System.nanoTime());
        for (Future<List<String>> one : running) {
          assertThat(one.get()).isEmpty();
        }
      }
    }
  }

  /** Asks until it is refused; what began after the answer and was let in all the same. */
  private List<String> late(String token, AtomicLong taken, CountDownLatch inFlight, int refused) {
    List<String> late = new ArrayList<>();
    for (int i = 0; ; i++) {
      long began = System.nanoTime();
      boolean after = taken.get() <= began;
      var answer = service.ask("GET", "/v1/tenant/models", new byte[0], "X-API-Key", token);
      if (after && answer.status() != refused) {
        late.add(answer.toString());
      }
      if (i == 3) {
        inFlight.countDown();
      }
      if (after) {
        return late;
      }
    }
  }

  private Answer operator(String method, String path, String json) {
    var answer = service.operator(method, path, json);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    return answer;
  }
}
