package io.tenantry.api.support;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a command has done.
 *
 * @param position of its last event; 0 when nothing says it
 * @param pending whether the read models have not reached it in time
 */
public record Written<R extends @Nullable Object>(R result, long position, boolean pending) {

  /** An answer with {@code Consistency-Token}, and {@code Consistency} where it is pending. */
  public ResponseEntity.BodyBuilder respond(int status) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).header(ConsistencyToken.HEADER, Long.toString(position));
    return pending ? answer.header("Consistency", "pending") : answer;
  }

  /** The same with the {@code ETag} of the version that the resource now has. */
  public ResponseEntity.BodyBuilder respond(int status, long version) {
    return respond(status).eTag(EntityTags.of(version));
  }
}
