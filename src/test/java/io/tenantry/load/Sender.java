package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A client that never knows whether it has been heard: it sends again what has not been answered,
 * and at random also what is being answered, has just been, or was long ago.
 */
final class Sender implements AutoCloseable {

  private final RestartedServer server;
  private final Ledger ledger;
  private final Random random;
  private final ExecutorService echoes = Executors.newCachedThreadPool();

  Sender(RestartedServer server, Ledger ledger, int seed) {
    this.server = server;
    this.ledger = ledger;
    this.random = new Random(seed);
  }

  /** Makes something, and does the others to it one after the other. */
  void tell(KeyedWrite beginning, Kind... others) throws Exception {
    var thing = beginning.made(write(beginning));
    for (var kind : others) {
      write(kind.to(thing, beginning.text()));
    }
  }

  private Answer write(KeyedWrite write) throws Exception {
    int dice = random.nextInt(100);
    var answer = dice < 40 ? amongEchoes(write) : ask(write);
    if (dice >= 40 && dice < 60) {
      ask(write);
    }
    if (dice >= 30 && dice < 70) {
      ask(ledger.any(random));
    }
    if (answer.showsSecret()) {
      String secret = answer.data().path("api_key").asString();
      var me = server.untilAnswered(api -> api.get("/api/v1/me", "X-API-Key", secret));
      assertThat(me.status()).as(me.body()).isEqualTo(200);
    }
    return answer;
  }

  private Answer amongEchoes(KeyedWrite write) throws InterruptedException, ExecutionException {
    var echoed = new ArrayList<Future<Answer>>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      echoed.add(echoes.submit(() -> ask(write)));
    }
    var answer = ask(write);
    for (var echo : echoed) {
      echo.get();
    }
    return answer;
  }

  private Answer ask(KeyedWrite write) throws InterruptedException {
    return server.untilAnswered(api -> ledger.ask(api, write));
  }

  @Override
  public void close() {
    echoes.shutdownNow();
    echoes.close();
  }
}
