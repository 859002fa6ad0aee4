package io.tenantry.api.support;

import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * One kind of write: its command, and how what comes of it is answered, the first time and whenever
 * it is asked again.
 *
 * @param <C> the command
 * @param <R> what the command answers
 * @param <B> the answer's body
 */
public final class Write<C, R, B> {

  private final Commands commands;
  private final int status;
  private final Function<Written<R>, ResponseEntity<B>> answer;

  Write(Commands commands, int status, Function<Written<R>, ResponseEntity<B>> answer) {
    this.commands = commands;
    this.status = status;
    this.answer = answer;
  }

  /**
   * Waits until the command is done and, at most as long as is configured, until it can be read.
   *
   * @throws io.tenantry.kernel.Refusal as the command's handler refused it, because the caller may
   *     not send it, or because its idempotency key serves another request
   */
  public ResponseEntity<B> send(C command, Caller caller) {
    return send(command, caller, Shown.NOTHING);
  }

  /** The same for an answer that shows more than the command's result. */
  public ResponseEntity<B> send(C command, Caller caller, Shown shown) {
    return answer.apply(commands.send(command, caller, status, shown));
  }

  /** In the place of a refusal, where Spring does not know what the endpoint produces. */
  @SuppressWarnings("unchecked")
  ResponseEntity<B> again(Written<?> written) {
    ResponseEntity<B> first = answer.apply((Written<R>) written);
    return ResponseEntity.status(first.getStatusCode())
        .headers(first.getHeaders())
        .contentType(MediaType.APPLICATION_JSON)
        .body(first.getBody());
  }
}
