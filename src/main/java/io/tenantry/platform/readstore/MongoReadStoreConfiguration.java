package io.tenantry.platform.readstore;

import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import io.tenantry.platform.Engine;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoDatabaseFactorySupport;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;

/** Read models in MongoDB, whose client Spring Boot makes from {@code spring.mongodb.*}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ReadStoreChoice.PROPERTY, havingValue = ReadStoreChoice.MONGODB)
@EnableMongoRepositories(basePackages = "io.tenantry")
class MongoReadStoreConfiguration {

  private static final int SECONDS_TO_FIND_A_SERVER = 5;
  private static final int SECONDS_TO_ACKNOWLEDGE = 30;

  /** First, so that what the URI says of the same replaces it. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  MongoClientSettingsBuilderCustomizer findsItsServerSoon() {
    return settings ->
        settings.applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SECONDS_TO_FIND_A_SERVER, TimeUnit.SECONDS));
  }

  /**
   * Last, so that these two hold whatever the URI says: what has been acknowledged must outlive the
   * loss of a primary, or waiters were told too much; and a secondary may not have yet what a
   * projection builds upon.
   */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  MongoClientSettingsBuilderCustomizer writesToTheMajorityAndReadsFromThePrimary() {
    return settings ->
        settings
            .writeConcern(majority(settings.build().getWriteConcern()))
            .readPreference(ReadPreference.primary());
  }

  /** With the URI's word on journal and time; without one on time, a write would wait for ever. */
  private static WriteConcern majority(WriteConcern asked) {
    WriteConcern majority = asked.withW("majority");
    return majority.getWTimeout(TimeUnit.MILLISECONDS) == null
        ? majority.withWTimeout(SECONDS_TO_ACKNOWLEDGE, TimeUnit.SECONDS)
        : majority;
  }

  @Bean
  MongoOutages mongoOutages(MongoClient client, MongoDatabaseFactory databases) {
    return new MongoOutages(client, databases.getMongoDatabase().getName(), System::nanoTime);
  }

  @Bean
  MongoTemplate mongoTemplate(
      MongoDatabaseFactorySupport<?> databases,
      MappingMongoConverter converter,
      MongoOutages outages) {
    databases.setExceptionTranslator(new MongoErrors(outages::met));
    return new MongoTemplate(databases, converter);
  }

  /** Without the class names that Spring Data would store: classes move, documents stay. */
  @Bean
  MappingMongoConverter mappingMongoConverter(
      MongoDatabaseFactory databases,
      MongoMappingContext context,
      MongoCustomConversions conversions) {
    var converter = new MappingMongoConverter(new DefaultDbRefResolver(databases), context);
    converter.setCustomConversions(conversions);
    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
    return converter;
  }

  @Bean
  DocumentIds documentIds(MongoMappingContext context) {
    return document ->
        context
            .getRequiredPersistentEntity(document.getClass())
            .getIdentifierAccessor(document)
            .getRequiredIdentifier();
  }

  @Bean
  Engine readModelsInMongo(MongoClient client, MongoDatabaseFactory databases) {
    String hosts =
        client.getClusterDescription().getClusterSettings().getHosts().stream()
            .map(ServerAddress::toString)
            .collect(Collectors.joining(","));
    return new Engine(
        Engine.Kept.READ_MODELS,
        ReadStoreChoice.MONGODB,
        hosts + "/" + databases.getMongoDatabase().getName());
  }

  /** Makes the indexes first: a read store without them is none. */
  @Bean
  ReadModelStore readModelStore(
      MongoTemplate mongo,
      MongoMappingContext context,
      MongoClient client,
      DocumentIds ids,
      MongoOutages outages) {
    String database = mongo.getDb().getName();
    new MongoIndexes(mongo, context, client).create(database);
    outages.tellFromNowOn();
    return new MongoReadModelStore(mongo, ids, database);
  }
}
