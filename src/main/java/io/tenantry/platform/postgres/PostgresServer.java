package io.tenantry.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenantry.platform.StartRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The PostgreSQL database that {@code SPRING_DATASOURCE_*} names. Its connections are given up
 * within a known time when the server does not answer, whatever the network does; what the URL says
 * of the same goes before.
 */
public final class PostgresServer {

  private static final String PREFIX = "jdbc:postgresql:";
  private static final Pattern USER_IN_URL = Pattern.compile("[^/?]*(//)?[^/?]*@");
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final String url;
  private final Properties defaults;
  private final String where;
  private final int poolSize;
  private final MeterRegistry meters;

  private PostgresServer(
      String url, Properties defaults, String where, int poolSize, MeterRegistry meters) {
    this.url = url;
    this.defaults = defaults;
    this.where = where;
    this.poolSize = poolSize;
    this.meters = meters;
  }

  /**
   * @param poolSize connections of each pool of those who answer requests
   * @throws StartRefused when the URL is none of PostgreSQL; it is not repeated, since it may bear
   *     a password
   */
  static PostgresServer of(
      @Nullable String url,
      @Nullable String user,
      @Nullable String password,
      int poolSize,
      MeterRegistry meters) {
    if (url == null || url.isBlank()) {
      throw new StartRefused(
          "TENANTRY_EVENT_STORE is postgres, but SPRING_DATASOURCE_URL does not say where it is;"
              + " write jdbc:postgresql://host:port/database.");
    }
    String clean = url.strip();
    if (USER_IN_URL.matcher(clean).lookingAt()) {
      // the driver would take them for hosts, and repeat them in each error
      throw new StartRefused(
          "SPRING_DATASOURCE_URL has a user before its host; write them to SPRING_DATASOURCE_USERNAME"
              + " and SPRING_DATASOURCE_PASSWORD, and jdbc:postgresql://host:port/database alone.");
    }
    var defaults = new Properties();
    if (user != null) {
      defaults.setProperty("user", user);
    }
    if (password != null) {
      defaults.setProperty("password", password);
    }
    defaults.setProperty("ApplicationName", "tenantry");
    defaults.setProperty("connectTimeout", Long.toString(TO_CONNECT.toSeconds()));
    defaults.setProperty("tcpKeepAlive", "true");
    var parsed = clean.startsWith(PREFIX) ? Driver.parseURL(clean, defaults) : null;
    if (parsed == null) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL is no URL of PostgreSQL; write"
              + " jdbc:postgresql://host:port/database.");
    }
    if (poolSize < 1) {
      throw new StartRefused("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE must be 1 or more.");
    }
    return new PostgresServer(clean, defaults, where(parsed), poolSize, meters);
  }

  private static String where(Properties parsed) {
    var hosts = parsed.getProperty("PGHOST", "localhost").split(",", -1);
    var ports = parsed.getProperty("PGPORT", "5432").split(",", -1);
    var where = new StringBuilder();
    for (int i = 0; i < hosts.length; i++) {
      where.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[i % ports.length]);
    }
    return where.append('/').append(parsed.getProperty("PGDBNAME", "")).toString();
  }

  /** Host, port and database, without what is secret. */
  public String where() {
    return where;
  }

  /** A source that opens a new connection each time, for who keeps one. */
  public DataSource source(Limits limits) {
    var properties = new Properties();
    properties.putAll(defaults);
    // the driver's own, for a server that has gone without a word
    properties.setProperty(
        "socketTimeout", Long.toString(limits.statement().plus(TO_CONNECT).toSeconds()));
    properties.setProperty("options", limits.options());
    return new SimpleDriverDataSource(new Driver(), url, properties);
  }

  /** A pool for those who answer requests. */
  public HikariDataSource pool(String name, Limits limits, String init) {
    return pool(name, poolSize, limits, init);
  }

  /**
   * @param init is said once on each connection
   */
  public HikariDataSource pool(String name, int size, Limits limits, String init) {
    var pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setMetricRegistry(meters);
    pool.setDataSource(source(limits));
    pool.setConnectionInitSql(init);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    // who finds all of them taken, or the server away, is told before a client gives up
    pool.setConnectionTimeout(TO_CONNECT.toMillis());
    return new HikariDataSource(pool);
  }

  /**
   * @param what the events, or the read models
   * @return the words that end the start
   */
  public StartRefused refused(String what, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String code = sqlState(failure);
    String reason = String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
    return new StartRefused(
        "PostgreSQL at %s does not serve %s: %s%s"
            .formatted(where, what, reason, advice(code, failure)));
  }

  private static String advice(String sqlState, Throwable failure) {
    return switch (sqlState) {
      case "42501" -> "; the user of SPRING_DATASOURCE_USERNAME needs CREATE on the database";
      case "28P01", "28000" ->
          "; look at SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
      case "3D000" -> "; make it with CREATE DATABASE";
      default -> failure instanceof FlywayException ? " (while its tables were made)" : "";
    };
  }

  private static String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
