package io.tenantry.load;

import io.tenantry.engines.Engines;
import java.nio.file.Path;
import java.util.List;

/** The read models as they are stored, read by nothing of the service. */
interface StoredReadModels extends AutoCloseable {

  /**
   * All rows of a table, each as the texts of its columns.
   *
   * @param columns as SQL names them
   */
  List<List<String>> rows(String table, List<String> columns) throws Exception;

  /** Away with all of them, as a user does who wants them built anew. */
  void drop() throws Exception;

  static StoredReadModels of(Path folder) throws Exception {
    var engines = Engines.of(folder);
    return engines.mongo()
        ? new MongoReadModels(engines.mongoUri(folder))
        : SqlReadModels.of(folder);
  }
}
