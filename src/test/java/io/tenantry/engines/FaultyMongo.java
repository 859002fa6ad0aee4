package io.tenantry.engines;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of MongoDB's wire protocol of its own, which refuses the commands it is told to. */
public final class FaultyMongo implements AutoCloseable {

  private final Map<String, MongoServerError> refused = new ConcurrentHashMap<>();

  private final AtomicInteger refusals = new AtomicInteger();

  private final MongoServer server =
      new MongoServer(
          new MemoryBackend() {
            @Override
            public Document handleMessage(MongoMessage message) {
              var command = message.getDocument().entrySet().iterator().next();
              var error = refused.get(command.getKey());
              if (error == null) {
                error = refused.get(command.getKey() + " " + command.getValue());
              }
              if (error != null) {
                refusals.incrementAndGet();
                throw error;
              }
              return super.handleMessage(message);
            }
          });

  /** With a certificate, which nobody knows. */
  public FaultyMongo tls(KeyStore keys, String password) throws Exception {
    var alias = keys.aliases().nextElement();
    server.enableSsl(
        (PrivateKey) keys.getKey(alias, password.toCharArray()),
        null,
        (X509Certificate) keys.getCertificate(alias));
    return this;
  }

  /**
   * From here on these commands fail as MongoDB says it, such as 13, Unauthorized.
   *
   * @param commands such as {@code update}, or {@code update tenant} for one collection
   */
  public FaultyMongo refuse(int code, String name, String words, String... commands) {
    for (String command : commands) {
      refused.put(command, new MongoServerError(code, name, words));
    }
    return this;
  }

  /** How many commands it has refused so far. */
  public int refusals() {
    return refusals.get();
  }

  public void serve() {
    refused.clear();
  }

  /**
   * @param user such as {@code name:password@}, or nothing
   */
  public String uri(String user, String options) {
    if (server.getLocalAddress() == null) {
      server.bind();
    }
    return "mongodb://%s127.0.0.1:%d/faulty?%s"
        .formatted(user, server.getLocalAddress().getPort(), options);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
