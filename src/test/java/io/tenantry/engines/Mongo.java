package io.tenantry.engines;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;

/** A server of MongoDB's wire protocol, in this process. */
public final class Mongo {

  private static final MongoServer SERVER = new MongoServer(new MemoryBackend());

  private Mongo() {}

  /** A URI with a database of that name. */
  public static synchronized String uri(String database) {
    if (SERVER.getLocalAddress() == null) {
      SERVER.bind();
    }
    return "mongodb://127.0.0.1:" + SERVER.getLocalAddress().getPort() + "/" + database;
  }

  /** The same folder has the same database. */
  public static String uri(Path folder) {
    return uri(database(folder));
  }

  static String database(Path folder) {
    return "t" + Integer.toHexString(folder.toAbsolutePath().toString().hashCode());
  }
}
