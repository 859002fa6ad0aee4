package io.tenantry.platform.readstore;

import com.mongodb.ConnectionString;
import io.tenantry.platform.AutoConfigurations;
import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.StartRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Set to one of the words below in every environment that starts. */
  public static final String PROPERTY = "tenantry.read-store";

  public static final String EMBEDDED = "embedded";
  public static final String MONGODB = "mongodb";
  public static final String POSTGRES = "postgres";

  private static final String URI = "spring.mongodb.uri";
  private static final String DATABASE = "spring.mongodb.database";
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

  private static final List<String> NOT_SQL =
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
    String events =
        EventStoreChoice.of(binder.bind(EventStoreChoice.PROPERTY, String.class).orElse(""));
    String store = choose(wanted, uri, events);
    if (uri != null && store.equals(MONGODB)) {
      checkDatabase(uri, binder.bind(DATABASE, String.class).orElse(null));
    }
    var unwanted = new ArrayList<>(NEVER);
    if (!store.equals(MONGODB)) {
      unwanted.addAll(NOT_SQL);
    }
    Map<String, Object> decided = new LinkedHashMap<>();
    decided.put(EventStoreChoice.PROPERTY, events);
    decided.put(PROPERTY, store);
    decided.put(AutoConfigurations.EXCLUDE, AutoConfigurations.excluded(binder, unwanted));
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

  private static String choose(String wanted, @Nullable String uri, String events) {
    String word = wanted.strip().toLowerCase(Locale.ROOT);
    boolean mongo = StringUtils.hasText(uri);
    return switch (word) {
      case "" -> mongo ? MONGODB : beside(events);
      case EMBEDDED, POSTGRES -> {
        if (!word.equals(events)) {
          throw new StartRefused(
              "TENANTRY_READ_STORE is %s, but TENANTRY_EVENT_STORE is %s; use %s."
                  .formatted(word, events, possible(events)));
        }
        yield word;
      }
      case MONGODB -> {
        if (!mongo) {
          throw new StartRefused(
              "TENANTRY_READ_STORE is mongodb, but SPRING_MONGODB_URI does not say where it is.");
        }
        yield MONGODB;
      }
      default ->
          throw new StartRefused(
              "TENANTRY_READ_STORE is '" + wanted + "'; it must be " + possible(events) + ".");
    };
  }

  /** The same engine as the events'. */
  private static String beside(String events) {
    if (events.equals(EventStoreChoice.AXON_SERVER)) {
      throw new StartRefused(
          "TENANTRY_EVENT_STORE is axonserver, which keeps no read models: SPRING_MONGODB_URI must"
              + " say where MongoDB is.");
    }
    return events;
  }

  private static String possible(String events) {
    return events.equals(EventStoreChoice.AXON_SERVER) ? MONGODB : events + " or mongodb";
  }

  /** After the configuration files have been read. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
