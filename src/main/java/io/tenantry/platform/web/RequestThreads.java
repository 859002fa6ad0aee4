package io.tenantry.platform.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Runs each request on a platform thread: native calls and long computations would hold the carrier
 * of a virtual one, and there are only as many carriers as processors. A request that finds no free
 * thread waits on the virtual thread that it came on, which costs next to nothing. Probes stay
 * there, so they are answered even when every thread is busy or waits.
 */
final class RequestThreads extends ValveBase {

  /** The attribute of a request that found no thread in time. */
  static final String BUSY = RequestThreads.class.getName() + ".busy";

  private static final Set<String> PROBES =
      Set.of("/actuator/health/liveness", "/actuator/health/readiness");

  private final Semaphore free;
  private final long atMostNanos;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("request-", 0).factory());

  RequestThreads(int number, long atMostNanos) {
    super(true);
    this.free = new Semaphore(number, true);
    this.atMostNanos = atMostNanos;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    // null when Tomcat could not read the request line
    if (PROBES.contains(requireNonNullElse(request.getRequestURI(), ""))) {
      getNext().invoke(request, response);
    } else if (isFree()) {
      try {
        onThread(request, response);
      } finally {
        free.release();
      }
    } else {
      request.setAttribute(BUSY, true);
      getNext().invoke(request, response);
    }
  }

  private boolean isFree() {
    try {
      return free.tryAcquire(atMostNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void onThread(Request request, Response response) throws IOException, ServletException {
    var task =
        new FutureTask<Boolean>(
            () -> {
              getNext().invoke(request, response);
              return true;
            });
    threads.execute(task);
    boolean interrupted = false;
    try {
      while (!task.isDone()) {
        try {
          task.get();
        } catch (InterruptedException e) {
          // the thread works on the connection until it is done
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (requireNonNullElse(e.getCause(), e)) {
        case IOException io -> throw io;
        case ServletException servlet -> throw servlet;
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected void stopInternal() throws LifecycleException {
    super.stopInternal();
    threads.shutdown();
  }
}
