package io.tenantry.api.support;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a command has done.
 *
 * @param status with which it is answered
 * @param position of its last event; 0 when nothing says it
 * @param pending whether the read models have not reached it in time
 * @param replayed whether it was done before; null without an idempotency key
 */
public record Written<R>(
    R result, int status, long position, boolean pending, @Nullable Boolean replayed, Shown shown) {

  private static final String REPLAYED = "Idempotent-Replayed";
  private static final String SECRET = "Idempotent-Secret";

  /** An answer with {@code Consistency-Token}, and {@code Consistency} where it is pending. */
  public ResponseEntity.BodyBuilder respond() {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).header(ConsistencyToken.HEADER, Long.toString(position));
    if (pending) {
      answer.header("Consistency", "pending");
    }
    if (replayed != null) {
      answer.header(REPLAYED, replayed.toString());
    }
    return shown.repeatable() ? answer : answer.header(SECRET, "not-kept");
  }

  /** The same with the {@code ETag} of the version that the resource now has. */
  public ResponseEntity.BodyBuilder respond(long version) {
    return respond().eTag(EntityTags.of(version));
  }
}
