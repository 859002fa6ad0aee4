package io.tenantry.idempotency;

import org.jspecify.annotations.Nullable;

/** Answers again, where a request is refused before it becomes a command. */
public interface Replays {

  /**
   * What the first attempt came to; waits for one that is under way.
   *
   * @return null when nothing has been done under that key
   * @throws io.tenantry.kernel.Refusal IDEMPOTENCY_KEY_REUSED when the key has served another
   *     request; IDEMPOTENCY_KEY_IN_USE when the first takes longer than a duplicate waits
   */
  @Nullable Replay find(Attempt attempt);
}
