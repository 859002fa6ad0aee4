package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Logged;
import io.tenantry.engines.Engines;
import io.tenantry.platform.readstore.ReadStoreTrouble;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Read models that cannot be written for a while, and can again. */
class FullReadModelsTest {

  private static final String KEYS = "/api/v1/tenants/default/properties/applications/app";

  @AutoClose private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start(Engines.SQLITE, Service.folder(), "--tenantry.consistency.wait=200ms");
    put("old", "x").is(200);
  }

  @Test
  void givenReadModelsThatCannotBeWritten_whenTheyCanBeAgain_thenTheyCatchUp() {
    Object readModels = service.bean("readDatabase", Object.class);
    ReadStoreTrouble.fill(readModels);
    try (var log = Logged.fromNowOn()) {
      Answer written = put("later", "x".repeat(100_000)).is(200);
      assertThat(written.header("Consistency")).isEqualTo("pending");
      get("later").is(404);
      get("old").is(200);
      // one line for all processors and requests, however often they try
      HttpTest.await(() -> !log.trouble().isEmpty());
      put("another", "x".repeat(100_000)).is(200);
      assertThat(log.trouble())
          .singleElement()
          .asString()
          .contains("read.db cannot be used: its disk or quota is full (SQLITE_FULL")
          .hasLineCount(1);
    } finally {
      ReadStoreTrouble.makeRoom(readModels);
    }
    HttpTest.await(() -> get("later").status() == 200);
    assertThat(put("after", "x").is(200).headerOrNull("Consistency")).isNull();
  }

  private static Answer get(String key) {
    return service.ask("GET", KEYS + "/" + key, new byte[0]);
  }

  private static Answer put(String key, String data) {
    String body = "{\"data\":\"%s\",\"auto_create\":true}".formatted(data);
    return service.ask(
        "PUT", KEYS + "/" + key, body.getBytes(UTF_8), "Content-Type", "application/json");
  }
}
