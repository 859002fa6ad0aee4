package io.tenantry.platform.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CatchUpTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final long MANY = CatchUp.MANY;

  private final ReadModelProgress progress = new ReadModelProgress();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(CatchUp.class);
  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          told.add(event.getFormattedMessage());
        }
      };

  @BeforeEach
  void listen() {
    // a context of another test may have changed it
    logger.setLevel(Level.INFO);
    listener.start();
    logger.addAppender(listener);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(listener);
    logger.setLevel(null);
  }

  private CatchUp begin(long head, Duration every) {
    var catchUp = new CatchUp(progress, () -> head, every);
    catchUp.prepare();
    catchUp.begin(caughtUp::countDown);
    return catchUp;
  }

  private void awaitCaughtUp() throws InterruptedException {
    assertThat(caughtUp.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private void awaitLine(String start) {
    await().until(() -> told.stream().anyMatch(line -> line.startsWith(start)));
  }

  @Test
  void givenManyEvents_whenCaughtUp_thenBeginProgressAndEndAreTold() throws Exception {
    progress.reached("read.a", 100);
    progress.reached("read.b", 0);
    begin(MANY, OFTEN);
    awaitLine("Read models catch up with 10000 events");
    awaitLine("Read models: 0 of 10000 events, 0 events/s, no end in sight");
    progress.reached("read.b", 5_000);
    // the slowest one counts
    awaitLine("Read models: 100 of 10000 events, ");
    progress.reached("read.a", MANY);
    awaitLine("Read models: 5000 of 10000 events, ");
    assertThat(caughtUp.getCount()).isEqualTo(1);
    progress.reached("read.b", MANY);

    awaitCaughtUp();
    assertThat(told.getFirst()).contains("catch up with");
    assertThat(told.getLast()).startsWith("Read models have caught up: 10000 events in ");
    assertThat(told).filteredOn(line -> line.contains(" s left")).isNotEmpty();
  }

  @Test
  void givenFewEvents_whenCaughtUpSoon_thenNothingIsTold() throws Exception {
    progress.reached("read.a", 0);
    begin(MANY - 1, LONG);
    progress.reached("read.a", MANY - 1);

    awaitCaughtUp();
    assertThat(told).isEmpty();
  }

  @Test
  void givenFewEvents_whenTheyTakeLong_thenTheyAreTold() throws Exception {
    progress.reached("read.a", 0);
    begin(3, OFTEN);
    awaitLine("Read models catch up with 3 events");
    progress.reached("read.a", 3);

    awaitCaughtUp();
    assertThat(told.getLast()).startsWith("Read models have caught up: 3 events");
  }

  @Test
  void givenReadModelsAtTheHead_whenBegun_thenItGoesOnAtOnce() {
    progress.reached("read.a", MANY);
    begin(MANY, LONG);

    assertThat(caughtUp.getCount()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void givenReadModelsBehind_whenStopped_thenNobodyWaitsAndItDoesNotGoOn() throws Exception {
    progress.reached("read.a", 7);
    var catchUp = begin(MANY + 7, LONG);
    awaitLine("Read models catch up");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var automation = threads.submit(() -> progress.await(MANY, LONG));
      catchUp.stop();

      assertThat(automation.get(30, TimeUnit.SECONDS)).isFalse();
    }
    awaitLine("Read models have not caught up: 0 of 10000 events; the next start goes on");
    assertThat(progress.await(MANY, LONG)).isFalse();
    assertThat(progress.await(7, LONG)).isTrue();
    assertThat(caughtUp.getCount()).isEqualTo(1);
  }
}
