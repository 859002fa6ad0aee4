package io.tenantry.http;

import io.tenantry.engines.Engines;
import io.tenantry.engines.FaultyMongo;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary that steps down takes reads with it for a while. */
class MongoAwayTest {

  private static final String TENANTS = "/api/v1/tenants";

  @TempDir Path folder;

  @Tag("long")
  @Test
  void givenPrimaryThatSteppedDown_whenRead_thenUnavailableUntilItIsBack() {
    try (var mongo = new FaultyMongo();
        var service =
            Service.start(Engines.SQLITE, folder, "--spring.mongodb.uri=" + mongo.uri("", ""))) {
      mongo.refuse(10107, "NotWritablePrimary", "not primary", "find", "aggregate");
      service.ask("GET", TENANTS, new byte[0]).problem(503, 1008);

      mongo.serve();
      HttpTest.await(() -> service.ask("GET", TENANTS, new byte[0]).status() == 200);
    }
  }
}
