package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.MongoClientImpl;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.tenantry.engines.FaultyMongo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said to MongoDB, word for word. */
class MongoCommandsTest {

  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "findAndModify", "bulkWrite", "createIndexes");

  @TempDir Path folder;

  @Configuration(proxyBeanMethods = false)
  static class Listening implements CommandListener {

    final Queue<BsonDocument> said = new ConcurrentLinkedQueue<>();

    @Bean
    MongoClientSettingsBuilderCustomizer listens() {
      return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
      said.add(event.getCommand().clone());
    }
  }

  @Test
  void givenUriThatAsksForLess_whenWritten_thenTheMajorityAcknowledgesWithoutTransactions() {
    try (var mongo = new FaultyMongo();
        var read =
            ReadStoreContext.open(
                mongo.uri("", "w=1&journal=false&retryWrites=true"), folder, Listening.class)) {
      var store = read.store();
      var changes =
          new ReadModelChanges(
              Map.of(SampleDocument.class, List.of(SampleDocument.of("a", 1, "a", 1))),
              Map.of(SampleFlag.class, Set.of(1L)));
      store.write("read.sample", 1, changes);
      store.write("read.sample", 2, ReadModelChanges.NONE);
      store.put(SampleFlag.class, List.of(new SampleFlag(2)));
      store.remove(SampleFlag.class, List.of(2L));
      store.bindTo("events");

      var said = read.bean(Listening.class).said;
      assertThat(said)
          .filteredOn(command -> WRITES.contains(command.getFirstKey()))
          .extracting(BsonDocument::getFirstKey)
          .contains("createIndexes", "update", "delete");
      assertThat(said)
          .filteredOn(command -> WRITES.contains(command.getFirstKey()))
          .allSatisfy(
              command ->
                  assertThat(command.getDocument("writeConcern").getString("w").getValue())
                      .as(command.toJson())
                      .isEqualTo("majority"));
      assertThat(said)
          .allSatisfy(
              command ->
                  assertThat(command.keySet())
                      .doesNotContain("startTransaction", "autocommit", "commitTransaction"));
    }
  }

  @Test
  void givenUri_whenStarted_thenAllElseIsAsItSays() {
    try (var mongo = new FaultyMongo();
        var read =
            ReadStoreContext.open(
                mongo.uri(
                    "",
                    "w=1&journal=true&wtimeoutMS=1234&readPreference=secondary&retryWrites=false"
                        + "&readConcernLevel=majority&serverSelectionTimeoutMS=4321"
                        + "&connectTimeoutMS=2222&socketTimeoutMS=3333&maxPoolSize=7"
                        + "&appName=ours"),
                folder)) {
      var settings = ((MongoClientImpl) read.bean(MongoClient.class)).getSettings();

      assertThat(settings.getWriteConcern().getWString()).isEqualTo("majority");
      assertThat(settings.getWriteConcern().getJournal()).isTrue();
      assertThat(settings.getWriteConcern().getWTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1234);
      assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
      assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
      assertThat(settings.getRetryWrites()).isFalse();
      assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
          .isEqualTo(4321);
      assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
          .isEqualTo(2222);
      assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
          .isEqualTo(3333);
      assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
      assertThat(settings.getApplicationName()).isEqualTo("ours");
    }
  }
}
