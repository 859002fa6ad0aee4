package io.tenantry.platform.readstore;

import io.tenantry.platform.StartRefused;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.datafolder.DataFolder;
import io.tenantry.platform.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Which SQL database; a part of {@link SqlReadStoreConfiguration}. */
class ReadDatabaseConfiguration {

  /**
   * @param lock the data folder's: taken before this file is touched, and given back after it is
   *     closed
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(
      name = ReadStoreChoice.PROPERTY,
      havingValue = ReadStoreChoice.EMBEDDED,
      matchIfMissing = true)
  ReadDatabase readDatabase(TenantryProperties properties, ObjectProvider<DataFolder> lock) {
    var locked = lock.getIfAvailable();
    if (locked != null) {
      return SqliteReadDatabase.open(locked.file("read.db"));
    }
    Path folder = properties.dataDir().toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartRefused("The data folder " + folder + " cannot be made: " + e.getMessage());
    }
    return SqliteReadDatabase.open(folder.resolve("read.db"));
  }

  @Bean(name = "readDatabase", destroyMethod = "close")
  @ConditionalOnProperty(name = ReadStoreChoice.PROPERTY, havingValue = ReadStoreChoice.POSTGRES)
  ReadDatabase postgresReadDatabase(PostgresServer server) {
    return PostgresReadDatabase.open(server);
  }
}
