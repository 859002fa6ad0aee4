package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.model.events.ModelCreated;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant with room enough: nobody waits for anybody. */
class FarFromQuotaTest {

  // of 64 MiB
  private static final int MORE_THAN_A_LEASE = 70;

  @TempDir Path folder;

  private final String large = "x".repeat(1 << 20);

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void givenAWriterThatIsStuck_whenAnotherWritesMoreThanALease_thenItDoesNotWait()
      throws Exception {
    try (var app = App.start(folder);
        var api = new Api(app.port)) {
      app.events()
          .registerDispatchInterceptor(
              events -> {
                events.forEach(event -> stick(event.getPayload()));
                return (index, event) -> event;
              });
      assertThat(api.register("far", "f").status()).isEqualTo(201);

      var stuck =
          CompletableFuture.supplyAsync(() -> api.createModel("far", "stuck", "{}").status());
      try {
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < MORE_THAN_A_LEASE; i++) {
          assertThat(api.putKey("far", "app/k" + i, large).status()).isEqualTo(200);
        }
        assertThat(stuck).isNotDone();
      } finally {
        goOn.countDown();
      }
      assertThat(stuck.get(30, TimeUnit.SECONDS)).isEqualTo(201);
      app.awaitQuiet();
    }
    var audit = QuotaAudit.of(folder);
    assertThat(audit.leases()).isGreaterThan(1);
    assertThat(audit.used(10001)).isGreaterThan(64L << 20);
  }

  private void stick(Object payload) {
    if (payload instanceof ModelCreated created && created.name().equals("stuck")) {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
