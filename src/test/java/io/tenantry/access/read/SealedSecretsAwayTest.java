package io.tenantry.access.read;

import static io.tenantry.access.read.Sealed.OPENER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoInterruptedException;
import com.mongodb.client.MongoClients;
import io.tenantry.MovingClock;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.projection.KeptDocuments;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A creation goes on without what it can do without. */
@ExtendWith(OutputCaptureExtension.class)
class SealedSecretsAwayTest {

  private static final String TOLD = "Sealed secrets cannot be written now";

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(Stored.AT);
  private final ApiKeyToken token = Sealed.token();

  @Test
  void givenAStoreThatIsAway_whenSealedAgainAndAgain_thenNothingIsKeptAndItIsToldOnceUntilItIsBack(
      CapturedOutput output) {
    try (var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var kept = new Keeping(read);
      var secrets = Sealed.in(read, kept, clock, Sealed.SERVER);
      for (boolean away : new boolean[] {true, true, false, true, true}) {
        kept.away = away;
        String name = secrets.seal(token, OPENER);
        assertThat(name == null).isEqualTo(away);
        secrets.forget(token.kept().hash());
      }
      assertThat(output.toString().split(TOLD, -1)).hasSize(3);
      assertThat(output.toString().contains(token.reveal().substring(15, 58))).isFalse();
      assertThat(output.toString()).doesNotContain("order-4711");
    }
  }

  @Test
  @Timeout(10)
  void givenAServerThatDoesNotAnswer_whenSealed_thenItIsGivenUpSoonAndNoThreadStays(
      CapturedOutput output) throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = MongoClients.create("mongodb://127.0.0.1:" + silent.getLocalPort());
        var read = ReadStoreContext.open(ReadStoreEngine.EMBEDDED, folder)) {
      var failure = new CompletableFuture<Throwable>();
      var mongo = new MongoTemplate(client, "nowhere");
      var secrets = Sealed.in(read, failing(mongo, failure), clock, Sealed.SERVER);
      long begin = System.nanoTime();

      assertThat(secrets.seal(token, OPENER)).isNull();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      assertThat(failure.get(5, TimeUnit.SECONDS))
          .rootCause()
          .isInstanceOfAny(InterruptedException.class, MongoInterruptedException.class);
      assertThat(output).contains(TOLD);
    }
  }

  private static KeptDocuments failing(MongoTemplate mongo, CompletableFuture<Throwable> failure) {
    return new KeptDocuments() {
      @Override
      public void put(Class<?> type, Collection<?> documents) {
        failure.complete(catchThrowable(() -> mongo.insert(documents, type)));
      }

      @Override
      public void remove(Class<?> type, Collection<?> ids) {}
    };
  }
}
