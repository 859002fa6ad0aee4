package io.tenantry.platform.readstore;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why MongoDB does not serve, in one line with what to do; never with the URI or its password. */
final class MongoRefusal {

  private static final int UNAUTHORIZED = 13;
  private static final int ATLAS = 8000;
  private static final int WORDS_AT_MOST = 160;

  private MongoRefusal() {}

  static String line(Throwable failure, MongoClient client, String database) {
    return "MongoDB %s does not serve the read models in database %s: %s"
        .formatted(
            client.getClusterDescription().getClusterSettings().getHosts(),
            database,
            why(failure, client, database));
  }

  private static String why(Throwable failure, MongoClient client, String database) {
    Throwable told = find(failure, MongoTimeoutException.class) ? monitored(client) : failure;
    if (told == null) {
      return "there is no primary that can be reached";
    }
    MongoSecurityException stranger = first(told, MongoSecurityException.class);
    if (stranger != null && first(told, MongoCommandException.class) != null) {
      return "it does not let in user '%s' of '%s'; mend user, password or authSource (%s)"
          .formatted(
              stranger.getCredential().getUserName(),
              stranger.getCredential().getSource(),
              words(told));
    }
    if (isForbidden(told) && words(told).endsWith("requires authentication")) {
      return "it wants to know who asks; put user and password into the URI (%s)"
          .formatted(words(told));
    }
    if (isForbidden(told)) {
      return "its user may not do there what is needed; give it the role readWrite on database "
          + "%s (%s)".formatted(database, words(told));
    }
    if (find(told, SSLException.class)) {
      return "TLS with it fails; JVM and server must trust each other's certificates, and the name"
          + " in the server's must be the one in the URI (%s)".formatted(words(told));
    }
    if (find(told, MongoSocketReadException.class)) {
      return "it breaks off connections; does it want TLS (tls=true)? (%s)".formatted(words(told));
    }
    if (find(told, MongoWriteConcernException.class) || find(told, MongoBulkWriteException.class)) {
      return "a majority of the replica set does not acknowledge writes (%s)"
          .formatted(words(told));
    }
    return words(told);
  }

  /** What the driver's monitors have met with; a wait for a server says it in a page. */
  private static @Nullable Throwable monitored(MongoClient client) {
    return client.getClusterDescription().getServerDescriptions().stream()
        .map(ServerDescription::getException)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isForbidden(Throwable failure) {
    MongoCommandException refused = first(failure, MongoCommandException.class);
    return refused != null && Set.of(UNAUTHORIZED, ATLAS).contains(refused.getErrorCode());
  }

  /** The server's own, without the command that it repeats; else those of the first cause. */
  private static String words(Throwable failure) {
    MongoCommandException refused = first(failure, MongoCommandException.class);
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String all =
        refused == null
            ? Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName())
            : "%d %s: %s"
                .formatted(
                    refused.getErrorCode(),
                    refused.getErrorCodeName(),
                    refused.getErrorMessage().replaceFirst(" \\{.*", ""));
    String line = all.lines().findFirst().orElse("").strip().replaceFirst("\\.$", "");
    return line.substring(0, Math.min(line.length(), WORDS_AT_MOST));
  }

  private static boolean find(Throwable failure, Class<? extends Throwable> type) {
    return first(failure, type) != null;
  }

  private static <T extends Throwable> @Nullable T first(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
