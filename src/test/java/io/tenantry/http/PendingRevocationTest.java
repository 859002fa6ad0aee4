package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A revocation that is answered before it can be read ({@code Consistency: pending}) holds all the
 * same: here no write waits at all for the read models that authentication asks.
 */
class PendingRevocationTest {

  private static final int ROUNDS = 200;

  @Test
  void givenReadModelsThatLag_whenAKeyIsRevoked_thenItIsLetInNoMore() {
    var pending = new TreeMap<Boolean, Integer>();
    try (Service service =
        Service.start(
            Engines.SQLITE,
            Service.folder(),
            "--server.address=127.0.0.1",
            "--tenantry.consistency.wait=0s",
            "--tenantry.operator-key=" + Service.OPERATOR_KEYS)) {
      String keys = "/api/v1/tenants/" + tenant(service) + "/api-keys";
      for (int round = 0; round < ROUNDS; round++) {
        var key = service.operator("POST", keys, "{\"name\":\"k\"}").is(201).data();
        String token = key.get("token").stringValue();
        HttpTest.await(() -> me(service, token).status() == 200);
        var revoked = service.operator("DELETE", keys + "/" + key.get("id").asString(), "");
        pending.merge(revoked.is(200).headerOrNull("Consistency") != null, 1, Integer::sum);
        assertThat(me(service, token).status()).isIn(List.of(401, 503));
        HttpTest.await(() -> me(service, token).status() == 401);
      }
    }
    assertThat(pending.getOrDefault(true, 0)).as("answered before it could be read").isPositive();
  }

  private static String tenant(Service service) {
    var registered = service.operator("POST", "/api/v1/tenants", "{\"name\":\"t\"}").is(201);
    String path = registered.header("Location");
    HttpTest.await(() -> service.operator("GET", path, "").status() == 200);
    return registered.data().get("id").asString();
  }

  private static Answer me(Service service, String token) {
    return service.ask("GET", "/api/v1/me", new byte[0], "X-API-Key", token);
  }
}
