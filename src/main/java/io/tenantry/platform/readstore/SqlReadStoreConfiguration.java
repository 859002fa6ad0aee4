package io.tenantry.platform.readstore;

import io.tenantry.platform.Engine;
import io.tenantry.projection.OnSqlReadStore;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
 * Read models in a SQL database: {@code read.db} of the data folder, or the PostgreSQL of the
 * events; read by Spring Data JDBC. Repositories open no transactions: the one transaction manager
 * around is that of the events.
 */
@Configuration(proxyBeanMethods = false)
@OnSqlReadStore
@Import(ReadDatabaseConfiguration.class)
@EnableJdbcRepositories(
    basePackages = SqlReadStoreConfiguration.ROOT,
    enableDefaultTransactions = false)
class SqlReadStoreConfiguration extends AbstractJdbcConfiguration {

  static final String ROOT = "io.tenantry";

  private final ReadDatabase database;

  SqlReadStoreConfiguration(ReadDatabase database) {
    this.database = database;
  }

  @Bean
  Engine readModelsEngine(
      @Value("${" + ReadStoreChoice.PROPERTY + ":" + ReadStoreChoice.EMBEDDED + "}")
          String chosen) {
    return new Engine(Engine.Kept.READ_MODELS, chosen, database.where());
  }

  @Bean
  NamedParameterJdbcOperations readJdbc() {
    return reading(database.readers());
  }

  /** For queries that a derived method cannot say. It reads only. */
  @Bean
  JdbcClient readJdbcClient(NamedParameterJdbcOperations readJdbc) {
    return JdbcClient.create(readJdbc);
  }

  @Bean
  ReadModelStore readModelStore(
      ApplicationContext context,
      JdbcMappingContext mapping,
      JdbcConverter converter,
      JdbcDialect dialect) {
    var strategy =
        JdbcConfiguration.createDataAccessStrategy(
            reading(database.projectors()), converter, QueryMappingConfiguration.EMPTY, dialect);
    return new JdbcReadModelStore(
        database, new JdbcAggregateTemplate(context, mapping, converter, strategy), converter);
  }

  private NamedParameterJdbcOperations reading(DataSource source) {
    var template = new JdbcTemplate(source);
    template.setExceptionTranslator(database.translator());
    return new NamedParameterJdbcTemplate(template);
  }

  @Override
  public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
    return database.dialect();
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
  public List<String> getMappingBasePackages() {
    return List.of(ROOT);
  }
}
