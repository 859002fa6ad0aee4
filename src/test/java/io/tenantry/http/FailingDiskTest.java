package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.platform.readstore.ReadStoreTrouble;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store that cannot be written for a while, and can again. */
class FailingDiskTest {

  private static final String KEYS = "/api/v1/tenants/default/properties/applications/app";
  private static final Path FOLDER = Service.folder();

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start(ReadStoreEngine.EMBEDDED, FOLDER, "--tenantry.consistency.wait=200ms");
    put("old", "x").is(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void givenEventsThatCannotBeWritten_whenTheyCanBeAgain_thenWritesGoOn() throws SQLException {
    events("ALTER TABLE DomainEventEntry RENAME TO gone");
    try {
      for (int i = 0; i < 3; i++) {
        Answer refused = put("new", "y").is(503);
        assertThat(refused.json().get("code").intValue()).isEqualTo(1008);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        get("old").is(200);
        get("new").is(404);
      }
    } finally {
      events("ALTER TABLE gone RENAME TO DomainEventEntry");
    }
    put("new", "z").is(200);
    assertThat(get("new").is(200).json().get("data").stringValue()).isEqualTo("z");
  }

  @Test
  void givenReadModelsThatCannotBeWritten_whenTheyCanBeAgain_thenTheyCatchUp() {
    Object readModels = service.bean("readDatabase", Object.class);
    ReadStoreTrouble.fill(readModels);
    try {
      Answer written = put("later", "x".repeat(100_000)).is(200);
      assertThat(written.header("Consistency")).isEqualTo("pending");
      get("later").is(404);
      get("old").is(200);
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

  /** As another process would, from outside. */
  private static void events(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + FOLDER.resolve("events.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute(sql);
    }
  }
}
