package io.tenantry.platform.readstore;

import io.tenantry.platform.Engine;
import io.tenantry.platform.StartRefused;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.datafolder.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Read models in {@code read.db} of the data folder, read by Spring Data JDBC. Repositories open no
 * transactions: the one transaction manager around is that of the events.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ReadStoreChoice.PROPERTY, havingValue = ReadStoreChoice.EMBEDDED)
@EnableJdbcRepositories(
    basePackages = EmbeddedReadStoreConfiguration.ROOT,
    enableDefaultTransactions = false)
class EmbeddedReadStoreConfiguration extends AbstractJdbcConfiguration {

  static final String ROOT = "io.tenantry";

  /**
   * @param lock the data folder's, where the events are in it too: taken before this file is
   *     touched, and given back after it is closed
   */
  @Bean
  ReadDatabase readDatabase(TenantryProperties properties, ObjectProvider<DataFolder> lock) {
    var locked = lock.getIfAvailable();
    if (locked != null) {
      return ReadDatabase.open(locked.file("read.db"));
    }
    Path folder = properties.dataDir().toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartRefused("The data folder " + folder + " cannot be made: " + e.getMessage());
    }
    return ReadDatabase.open(folder.resolve("read.db"));
  }

  @Bean
  Engine readModelsInFile(ReadDatabase database) {
    return new Engine(
        Engine.Kept.READ_MODELS, ReadStoreChoice.EMBEDDED, database.file().toString());
  }

  @Bean
  NamedParameterJdbcOperations readJdbc(ReadDatabase database) {
    return reading(database.readers());
  }

  /** For queries that a derived method cannot say. It reads only. */
  @Bean
  JdbcClient readJdbcClient(NamedParameterJdbcOperations readJdbc) {
    return JdbcClient.create(readJdbc);
  }

  @Bean
  ReadModelStore readModelStore(
      ReadDatabase database,
      ApplicationContext context,
      JdbcMappingContext mapping,
      JdbcConverter converter,
      JdbcDialect dialect) {
    var strategy =
        JdbcConfiguration.createDataAccessStrategy(
            reading(database.projectors()), converter, QueryMappingConfiguration.EMPTY, dialect);
    return new JdbcReadModelStore(
        database,
        new JdbcAggregateTemplate(context, mapping, converter, strategy),
        converter,
        dialect.getIdentifierProcessing());
  }

  private static NamedParameterJdbcOperations reading(DataSource source) {
    var template = new JdbcTemplate(source);
    template.setExceptionTranslator(new SqliteExceptionTranslator());
    return new NamedParameterJdbcTemplate(template);
  }

  @Bean
  DocumentIds documentIds(JdbcConverter converter) {
    return document ->
        converter
            .getMappingContext()
            .getRequiredPersistentEntity(document.getClass())
            .getIdentifierAccessor(document)
            .getRequiredIdentifier();
  }

  @Override
  public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
    return SqliteJdbcDialect.INSTANCE;
  }

  @Override
  public List<String> getMappingBasePackages() {
    return List.of(ROOT);
  }
}
