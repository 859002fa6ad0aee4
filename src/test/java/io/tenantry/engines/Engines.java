package io.tenantry.engines;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where events and read models lie. The same folder is the same store, on whichever engines. Those
 * of others take part where their address is given, see CONTRIBUTING.
 */
public enum Engines {
  SQLITE,
  SQLITE_MONGODB,
  POSTGRES,
  POSTGRES_MONGODB,
  /** SQLite, with the MongoDB, or what speaks its protocol, at {@value #MONGODB_URI}. */
  FOREIGN_MONGODB,
  /** The real Axon Servers at {@value AxonServers#SERVERS}, with MongoDB. */
  AXON_SERVER;

  /** A property: a URI without a database, such as {@code mongodb://127.0.0.1:27017/}. */
  static final String MONGODB_URI = "tenantry.test.mongodb";

  /** A property: on which of them the long tests run that run on one; SQLITE by itself. */
  static final String CHOSEN = "tenantry.test.engines";

  /** A property: names, by commas; the others are left out. Without it all of them take part. */
  static final String ONLY = "tenantry.test.engines.only";

  private static final Map<Path, Engines> USED = new ConcurrentHashMap<>();

  /** The one for tests that take long. */
  public static Engines chosen() {
    var chosen = valueOf(System.getProperty(CHOSEN, SQLITE.name()));
    chosen.assume();
    return chosen;
  }

  /** From here on this folder is a store on these engines. */
  public void use(Path folder) {
    assume();
    USED.put(folder, this);
  }

  /** SQLite, unless another has been {@link #use}d there. */
  public static Engines of(Path folder) {
    return USED.getOrDefault(folder, SQLITE);
  }

  public boolean mongo() {
    return this != SQLITE && this != POSTGRES;
  }

  public boolean postgres() {
    return this == POSTGRES || this == POSTGRES_MONGODB;
  }

  /** Whether a new store has the tenant {@code default}. */
  public boolean givesDefaultTenant() {
    return !postgres() && this != AXON_SERVER;
  }

  /** A service on that folder has been closed. */
  public void closed(Path folder) {
    if (this == AXON_SERVER) {
      AxonServers.close(folder);
    }
  }

  /** Leaves out the test when others were asked for, or nobody said where the engine runs. */
  public void assume() {
    assumeTrue(wanted(), () -> "not among -D" + ONLY + "=" + System.getProperty(ONLY));
    if (this == AXON_SERVER) {
      assumeTrue(
          AxonServers.given(),
          "no Axon Server: -D" + AxonServers.SERVERS + "=host:port, see there");
    }
    if (this == FOREIGN_MONGODB) {
      assumeTrue(
          !System.getProperty(MONGODB_URI, "").isEmpty(),
          "no foreign server of MongoDB's protocol: -D" + MONGODB_URI + "=mongodb://host:port/");
    }
  }

  private boolean wanted() {
    String only = System.getProperty(ONLY, "");
    return only.isEmpty() || List.of(only.split(",")).contains(name());
  }

  public boolean available() {
    return wanted()
        && switch (this) {
          case FOREIGN_MONGODB -> !System.getProperty(MONGODB_URI, "").isEmpty();
          case AXON_SERVER -> AxonServers.given();
          default -> true;
        };
  }

  /** What starts a service on these engines whose operator needs no key. */
  public List<String> openArguments(Path folder) {
    var arguments = new ArrayList<>(arguments(folder));
    if (postgres() || this == AXON_SERVER) {
      arguments.add("--tenantry.anonymous=operator");
    }
    return arguments;
  }

  /** What starts a service on these engines. */
  public List<String> arguments(Path folder) {
    var data = "--tenantry.data-dir=" + folder;
    var postgres = "--spring.datasource.url=" + (postgres() ? Postgres.url(folder) : "");
    return switch (this) {
      case SQLITE -> List.of(data);
      case SQLITE_MONGODB, FOREIGN_MONGODB -> List.of(data, mongo(folder));
      case POSTGRES -> List.of(data, "--tenantry.event-store=postgres", postgres);
      case POSTGRES_MONGODB ->
          List.of(data, "--tenantry.event-store=postgres", postgres, mongo(folder));
      case AXON_SERVER ->
          List.of(
              data,
              "--tenantry.event-store=axonserver",
              "--axon.axonserver.servers=" + AxonServers.of(folder),
              "--axon.axonserver.token=" + AxonServers.token(),
              // several services in one process
              "--axon.axonserver.client-id=" + folder.getFileName(),
              mongo(folder));
    };
  }

  private String mongo(Path folder) {
    return "--spring.mongodb.uri=" + mongoUri(folder);
  }

  /** Where the read models of that folder are, on engines {@link #mongo with MongoDB}. */
  public String mongoUri(Path folder) {
    return this == FOREIGN_MONGODB
        ? System.getProperty(MONGODB_URI) + Mongo.database(folder)
        : Mongo.uri(folder);
  }
}
