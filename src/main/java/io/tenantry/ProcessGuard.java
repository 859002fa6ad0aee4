package io.tenantry;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * Ends the process where it cannot go on: a process that has lost one of its threads, or that does
 * not end when it is told to, looks alive and serves nobody. What was answered is on disk, so
 * whoever runs the service starts it again and loses nothing.
 */
final class ProcessGuard implements UncaughtExceptionHandler {

  /** Of a process that ends because of an error; the JVM's own for a full heap. */
  static final int FATAL = 3;

  /** From SIGTERM to the end, whatever the process is doing. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(28);

  // made beforehand: with a full heap there may be no room for them
  private static final byte[] FATAL_MESSAGE =
      line("Tenantry ends: a thread died of an error, most likely a full heap (-Xmx).");
  private static final byte[] SHUTDOWN_MESSAGE =
      line("Tenantry ends now: the shutdown has not come to its end in time.");

  private ProcessGuard() {}

  /** For the whole process, before anything else starts. */
  static void install() {
    install(SHUTDOWN);
  }

  static void install(Duration shutdown) {
    Thread.setDefaultUncaughtExceptionHandler(new ProcessGuard());
    var begun = new CountDownLatch(1);
    // waits from now on: a full heap may leave no room for a new thread
    Thread.ofPlatform().name("shutdown-limit").daemon().start(() -> limit(begun, shutdown));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(begun::countDown));
  }

  private static void limit(CountDownLatch begun, Duration atMost) {
    try {
      begun.await();
      Thread.sleep(atMost);
    } catch (InterruptedException e) {
      // nobody interrupts it; if somebody does, there is no limit to keep any more
      Thread.currentThread().interrupt();
      return;
    }
    end(SHUTDOWN_MESSAGE);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (failure instanceof Error error) {
      end(thread, error);
    } else {
      LoggerFactory.getLogger(ProcessGuard.class)
          .error("Thread {} has ended with an exception", thread.getName(), failure);
    }
  }

  /** Prints the error, as far as it can, and ends the process with {@link #FATAL}. */
  private static void end(Thread thread, Error error) {
    try {
      System.err.println("Thread " + thread.getName() + " died:");
      error.printStackTrace();
    } finally {
      end(FATAL_MESSAGE);
    }
  }

  private static void end(byte[] message) {
    try (var err = new FileOutputStream(FileDescriptor.err)) {
      err.write(message);
    } catch (IOException e) {
      // nowhere to say it; the exit code remains
    } finally {
      Runtime.getRuntime().halt(FATAL);
    }
  }

  private static byte[] line(String text) {
    return (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
  }
}
