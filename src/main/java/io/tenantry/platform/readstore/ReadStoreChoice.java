package io.tenantry.platform.readstore;

import com.mongodb.ConnectionString;
import io.tenantry.platform.StartRefused;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides which engine holds the read models, before any bean exists, and shuts out what Spring
 * Boot would configure for the other one or for a database that is not there.
 */
public final class ReadStoreChoice implements EnvironmentPostProcessor, Ordered {

  /** Set to {@link #EMBEDDED} or {@link #MONGODB} in every environment that starts. */
  public static final String PROPERTY = "tenantry.read-store";

  public static final String EMBEDDED = "embedded";
  public static final String MONGODB = "mongodb";

  private static final String URI = "spring.mongodb.uri";
  private static final String DATABASE = "spring.mongodb.database";
  private static final String EXCLUDE = "spring.autoconfigure.exclude";
  private static final String BOOT = "org.springframework.boot.";

  /** Each engine opens its own files; these would look for one database for everything. */
  private static final List<String> NEVER =
      List.of(
          BOOT + "jdbc.autoconfigure.DataSourceAutoConfiguration",
          BOOT + "jdbc.autoconfigure.DataSourceInitializationAutoConfiguration",
          BOOT + "jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
          BOOT + "jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
          BOOT + "jdbc.autoconfigure.JdbcClientAutoConfiguration",
          BOOT + "flyway.autoconfigure.FlywayAutoConfiguration",
          BOOT + "data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration",
          BOOT + "data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
          BOOT + "data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration",
          BOOT + "data.mongodb.autoconfigure.DataMongoReactiveRepositoriesAutoConfiguration",
          BOOT + "mongodb.autoconfigure.MongoReactiveAutoConfiguration");

  private static final List<String> NOT_EMBEDDED =
      List.of(
          BOOT + "mongodb.autoconfigure.MongoAutoConfiguration",
          BOOT + "mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration",
          BOOT + "mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
          BOOT + "data.mongodb.autoconfigure.DataMongoAutoConfiguration");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Binder binder = Binder.get(environment);
    String wanted = binder.bind(PROPERTY, String.class).orElse("");
    String uri = binder.bind(URI, String.class).orElse(null);
    String store = choose(wanted, uri);
    if (uri != null && store.equals(MONGODB)) {
      checkDatabase(uri, binder.bind(DATABASE, String.class).orElse(null));
    }
    Set<String> excluded =
        new LinkedHashSet<>(List.of(binder.bind(EXCLUDE, String[].class).orElse(new String[0])));
    excluded.addAll(NEVER);
    if (store.equals(EMBEDDED)) {
      excluded.addAll(NOT_EMBEDDED);
    }
    Map<String, Object> decided = new LinkedHashMap<>();
    decided.put(PROPERTY, store);
    decided.put(EXCLUDE, String.join(",", excluded));
    environment.getPropertySources().addFirst(new MapPropertySource("readStoreChoice", decided));
  }

  private static void checkDatabase(String uri, @Nullable String configured) {
    try {
      if (configured == null && new ConnectionString(uri).getDatabase() == null) {
        throw new StartRefused(
            "SPRING_MONGODB_URI names no database; write mongodb://host:port/database.");
      }
    } catch (IllegalArgumentException e) {
      // the message of the driver may quote the URI, and with it a password
      throw new StartRefused("SPRING_MONGODB_URI is no URI of MongoDB.");
    }
  }

  private static String choose(String wanted, @Nullable String uri) {
    String word = wanted.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "" -> StringUtils.hasText(uri) ? MONGODB : EMBEDDED;
      case EMBEDDED -> EMBEDDED;
      case MONGODB -> {
        if (!StringUtils.hasText(uri)) {
          throw new StartRefused(
              "TENANTRY_READ_STORE is mongodb, but SPRING_MONGODB_URI does not say where it is.");
        }
        yield MONGODB;
      }
      case "postgres" ->
          throw new StartRefused(
              "TENANTRY_READ_STORE is postgres, which this release does not have yet; use embedded"
                  + " or mongodb.");
      default ->
          throw new StartRefused(
              "TENANTRY_READ_STORE is '" + wanted + "'; it must be embedded or mongodb.");
    };
  }

  /** After the configuration files have been read. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
