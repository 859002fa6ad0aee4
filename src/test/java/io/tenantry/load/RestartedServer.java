package io.tenantry.load;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A service that is killed and started again, and clients who ask until they are answered. */
final class RestartedServer implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 60_000;

  final List<Long> starts = new ArrayList<>();
  final AtomicInteger unanswered = new AtomicInteger();
  private final Path folder;
  private ServerProcess server;
  private Api api;

  RestartedServer(Path folder) throws Exception {
    this.folder = folder;
    server = ServerProcess.start(folder);
    api = new Api(server.port);
  }

  /** {@code kill -9}, and up again. Those who ask wait meanwhile. */
  void restart() throws Exception {
    server.kill();
    server = ServerProcess.start(folder);
    starts.add(server.startMillis);
    become(new Api(server.port));
  }

  private synchronized void become(Api next) {
    api.close();
    api = next;
    notifyAll();
  }

  Answer untilAnswered(Function<Api, Answer> question) throws InterruptedException {
    var asked = current();
    while (true) {
      try {
        return question.apply(asked);
      } catch (UncheckedIOException e) {
        // killed; whether it has happened is for the service to know
        unanswered.incrementAndGet();
        asked = another(asked, e);
      }
    }
  }

  private synchronized Api current() {
    return api;
  }

  private synchronized Api another(Api broken, UncheckedIOException why)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (api == broken) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw why;
      }
      wait(left);
    }
    return api;
  }

  /** Ends in good order, and says what it has printed. */
  String terminate() throws Exception {
    server.terminate();
    server.awaitExit();
    return server.output();
  }

  @Override
  public void close() throws InterruptedException {
    api.close();
    server.close();
  }
}
