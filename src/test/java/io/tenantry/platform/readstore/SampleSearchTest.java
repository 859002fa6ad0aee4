package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.readstore.SampleDocument.State;
import io.tenantry.projection.OnMongoReadStore;
import io.tenantry.projection.OnSqlReadStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a query that must be written for each engine is written and tested. */
class SampleSearchTest {

  @Configuration(proxyBeanMethods = false)
  static class Searches {

    @Bean
    @OnSqlReadStore
    SampleSearch jdbcSampleSearch(JdbcClient jdbc) {
      return new JdbcSampleSearch(jdbc);
    }

    @Bean
    @OnMongoReadStore
    SampleSearch mongoSampleSearch(MongoOperations mongo) {
      return new MongoSampleSearch(mongo);
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void givenCriteriaThatMayBeAbsent_whenSearched_thenBothEnginesFindTheSame(
      ReadStoreEngine engine) {
    try (var read = ReadStoreContext.open(engine, folder, Searches.class)) {
      var stored =
          List.<Object>of(
              SampleDocument.of("a", 1, "100% äpfel", 1),
              SampleDocument.of("b", 1, "1000 äpfel", 1),
              SampleDocument.of("c", 1, "a_b", 1));
      read.store()
          .write(
              "read.sample",
              1,
              new ReadModelChanges(Map.of(SampleDocument.class, stored), Map.of()));
      var search = read.bean(SampleSearch.class);

      assertThat(search.search(null, null, 0, 10))
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(stored);
      assertThat(search.search("0%", null, 0, 10)).extracting("id").containsExactly("a");
      assertThat(search.search("_", State.ACTIVE, 0, 10)).extracting("id").containsExactly("c");
      assertThat(search.search("äpf", null, 1, 1)).extracting("id").containsExactly("b");
      assertThat(search.search("a", State.INACTIVE, 0, 10)).isEmpty();
    }
  }
}
