package io.tenantry.platform.readstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.postgres.PostgresConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A read store with all repositories of ours, on either engine, and nothing else: for tests of
 * projections and queries. Closing it leaves the data, so that another one may be opened on it.
 */
public final class ReadStoreContext implements AutoCloseable {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TenantryProperties.class)
  @AutoConfigurationPackage(basePackages = "io.tenantry")
  @ImportAutoConfiguration({MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
  @Import({
    SqlReadStoreConfiguration.class,
    MongoReadStoreConfiguration.class,
    PostgresConfiguration.class
  })
  static class Base {

    /** Where the test has none of its own. */
    @Bean
    @Fallback
    MeterRegistry unreadMeters() {
      return new SimpleMeterRegistry();
    }

    /** No migration: the service's own, which run in other tests, must not find it applied. */
    @Bean
    InitializingBean sampleTables(ObjectProvider<ReadDatabase> database) {
      return () ->
          database.ifAvailable(
              sql ->
                  sql.writer()
                      .execute(
                          (ConnectionCallback<Boolean>)
                              connection -> {
                                ScriptUtils.executeSqlScript(
                                    connection, new ClassPathResource(script(sql)));
                                return true;
                              }));
    }
  }

  private static String script(ReadDatabase database) {
    return database instanceof PostgresReadDatabase ? "sample-postgres.sql" : "sample.sql";
  }

  private final ConfigurableApplicationContext context;

  private ReadStoreContext(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * @param folder a {@code @TempDir}; the same folder is the same store on both engines
   * @param configurations what the test needs besides
   */
  public static ReadStoreContext open(
      ReadStoreEngine engine, Path folder, Class<?>... configurations) {
    return open(engine.engines.openArguments(folder), configurations);
  }

  /** Likewise, in the MongoDB of that URI. */
  static ReadStoreContext open(String mongo, Path folder, Class<?>... configurations) {
    return open(
        List.of("--tenantry.data-dir=" + folder, "--spring.mongodb.uri=" + mongo), configurations);
  }

  /** Likewise, where these arguments of the service say. */
  static ReadStoreContext open(List<String> where, Class<?>... configurations) {
    List<String> arguments = new ArrayList<>(where);
    arguments.add("--logging.level.root=warn");
    return new ReadStoreContext(
        new SpringApplicationBuilder(Base.class)
            .sources(configurations)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(arguments.toArray(String[]::new)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public boolean has(Class<?> type) {
    return context.getBeanNamesForType(type).length > 0;
  }

  public ReadModelStore store() {
    return bean(ReadModelStore.class);
  }

  public DocumentIds ids() {
    return bean(DocumentIds.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
