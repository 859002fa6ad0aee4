package io.tenantry.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that begin at once. */
final class Crowd implements AutoCloseable {

  interface Job {
    void run(int number) throws Exception;
  }

  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  private Crowd(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  static Crowd start(int size, Job job) {
    var crowd = new Crowd(size);
    var gate = new CountDownLatch(1);
    for (int i = 0; i < size; i++) {
      int number = i;
      crowd.running.add(
          crowd.threads.submit(
              () -> {
                gate.await();
                job.run(number);
                return null;
              }));
    }
    gate.countDown();
    return crowd;
  }

  static void run(int size, Job job) throws ExecutionException, InterruptedException {
    try (var crowd = start(size, job)) {
      crowd.join();
    }
  }

  /** Whether one of them has failed by now. */
  boolean failed() {
    return running.stream().anyMatch(each -> each.state() == Future.State.FAILED);
  }

  /** Waits for all of them; the first failure is thrown. */
  void join() throws ExecutionException, InterruptedException {
    for (var each : running) {
      each.get();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
