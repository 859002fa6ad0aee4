package io.tenantry.platform.postgres;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.engines.Postgres;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The server of the tests, as the service sees it. */
public final class PostgresServers {

  private PostgresServers() {}

  /** Each folder has a database. */
  public static PostgresServer of(Path folder) {
    return at(Postgres.url(folder), Postgres.USER, null);
  }

  public static PostgresServer at(String url, String user, @Nullable String password) {
    return PostgresServer.of(url, user, password, 4, new SimpleMeterRegistry());
  }
}
