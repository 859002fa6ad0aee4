package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MongoOutagesTest {

  @AutoClose
  private final MongoClient client = MongoClients.create("mongodb://tenantry:hidden@127.0.0.1:1");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final MongoOutages outages = new MongoOutages(client, "tenantry", now::get);

  private final Logger logger = (Logger) LoggerFactory.getLogger(MongoOutages.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @BeforeEach
  void listen() {
    told.start();
    logger.addAppender(told);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(told);
  }

  private void meetsSome(int times) {
    for (int i = 0; i < times; i++) {
      outages.met(new MongoExecutionTimeoutException(50, "too long"));
    }
  }

  @Test
  void givenStart_whenMet_thenNothingIsToldSinceTheStartIsRefused() {
    meetsSome(2);

    assertThat(told.list).isEmpty();
  }

  @Test
  void givenOutageThatLasts_whenMetByMany_thenToldOnceAMinute() {
    outages.tellFromNowOn();
    for (int i = 1; i <= 3; i++) {
      meetsSome(50);
      assertThat(told.list).hasSize(i);
      now.addAndGet(TimeUnit.MINUTES.toNanos(1) - 1);
      meetsSome(1);
      now.incrementAndGet();
    }
    assertThat(told.list)
        .allSatisfy(
            event -> {
              assertThat(event.getThrowableProxy()).isNull();
              assertThat(event.getFormattedMessage())
                  .contains("MongoDB [127.0.0.1:1]", "database tenantry: too long.")
                  .doesNotContain("hidden");
            });
  }
}
