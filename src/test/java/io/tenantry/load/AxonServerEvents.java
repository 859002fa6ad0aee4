package io.tenantry.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Events in Axon Server, whose own index begins with 0.
 *
 * @param server host:port
 */
record AxonServerEvents(String server, String token) implements StoredEvents {

  private static final long PATIENCE_MILLIS = 10_000;

  /** What has been acknowledged may not be part yet of the head that the server tells. */
  private static final long BEHIND_MILLIS = 200;

  private static final int PERMITS = 1_000;
  private static final int LARGEST_BYTES = 16 * 1024 * 1024;

  @Override
  public List<StoredRow> read() throws Exception {
    int colon = server.indexOf(':');
    var address =
        new ServerAddress(
            server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    var connections =
        AxonServerConnectionFactory.forClient("tests", UUID.randomUUID().toString())
            .routingServers(address)
            .token(token)
            .maxInboundMessageSize(LARGEST_BYTES)
            .build();
    try {
      var connection = connections.connect("default");
      Awaitility.await().atMost(PATIENCE_MILLIS, MILLISECONDS).until(connection::isConnected);
      return read(connection.eventChannel());
    } finally {
      connections.shutdown();
    }
  }

  private static List<StoredRow> read(EventChannel channel) throws Exception {
    long last = channel.getLastToken().get(10, SECONDS);
    var rows = new ArrayList<StoredRow>();
    try (var events = channel.openStream(-1, PERMITS)) {
      while (true) {
        boolean missing = rows.size() <= last;
        var next = events.nextIfAvailable(missing ? PATIENCE_MILLIS : BEHIND_MILLIS, MILLISECONDS);
        if (next != null) {
          rows.add(row(next));
        } else if (missing) {
          throw new IllegalStateException("of " + (last + 1) + " events came " + rows.size());
        } else {
          return rows;
        }
      }
    }
  }

  private static StoredRow row(EventWithToken stored) {
    var event = stored.getEvent();
    var metadata = JsonNodeFactory.instance.objectNode();
    event.getMetaDataMap().forEach((name, value) -> metadata.put(name, value.getTextValue()));
    return new StoredRow(
        stored.getToken() + 1,
        event.getMessageIdentifier(),
        event.getAggregateIdentifier(),
        event.getAggregateSequenceNumber(),
        event.getTimestamp(),
        event.getPayload().getType(),
        StoredRow.tree(event.getPayload().getData().toByteArray()),
        metadata);
  }
}
