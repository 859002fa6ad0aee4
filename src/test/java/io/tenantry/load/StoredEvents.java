package io.tenantry.load;

import io.tenantry.engines.AxonServers;
import io.tenantry.engines.Engines;
import java.nio.file.Path;
import java.util.List;

/** The events as they are stored, read by nothing of the service. */
interface StoredEvents {

  /** All of them, by position. */
  List<StoredRow> read() throws Exception;

  static List<StoredRow> of(Path folder) throws Exception {
    StoredEvents events =
        Engines.of(folder) == Engines.AXON_SERVER
            ? new AxonServerEvents(AxonServers.taken(folder), AxonServers.token())
            : new SqlEvents(folder);
    return events.read();
  }
}
