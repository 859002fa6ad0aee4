package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeadRequestsTest {

  private final List<CompletableFuture<Long>> sent = new ArrayList<>();
  private final HeadRequests heads =
      new HeadRequests(
          () -> {
            var answer = new CompletableFuture<Long>();
            sent.add(answer);
            return answer;
          });

  @Test
  void givenARequestUnderWay_whenOthersAsk_thenTheyShareOneThatIsSentAfterwards() {
    var first = heads.ask();
    var second = heads.ask();
    var third = heads.ask();
    assertThat(sent).hasSize(1);

    sent.getFirst().complete(7L);
    assertThat(first).isCompletedWithValue(7L);
    assertThat(second).isNotDone();
    assertThat(sent).hasSize(2);

    sent.getLast().complete(9L);
    assertThat(second).isCompletedWithValue(9L);
    assertThat(third).isCompletedWithValue(9L);
    assertThat(sent).hasSize(2);
  }

  @Test
  void givenAnAnswer_whenAskedAgain_thenItIsAskedAnew() {
    heads.ask();
    sent.getFirst().complete(1L);
    var again = heads.ask();
    assertThat(sent).hasSize(2);
    assertThat(again).isNotDone();
  }

  @Test
  void givenAFailure_whenOthersWait_thenTheyAreAskedForAllTheSame() {
    var first = heads.ask();
    var second = heads.ask();
    sent.getFirst().completeExceptionally(new IllegalStateException("away"));
    assertThat(first).isCompletedExceptionally();
    sent.getLast().complete(3L);
    assertThat(second).isCompletedWithValue(3L);
  }
}
