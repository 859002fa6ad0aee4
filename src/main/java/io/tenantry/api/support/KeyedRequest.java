package io.tenantry.api.support;

import io.tenantry.idempotency.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A write under an idempotency key that has got past all that is asked before its record: from here
 * on it may be a duplicate, whatever else is wrong with it.
 */
final class KeyedRequest {

  private static final String ATTRIBUTE = KeyedRequest.class.getName();

  private final HttpServletRequest request;
  private final Principal principal;
  private final IdempotencyKey key;
  private final Class<?> command;
  private @Nullable Attempt attempt;
  private boolean decided;

  private KeyedRequest(
      HttpServletRequest request, Principal principal, IdempotencyKey key, Class<?> command) {
    this.request = request;
    this.principal = principal;
    this.key = key;
    this.command = command;
  }

  /**
   * @param command what the endpoint will send
   */
  static void begin(
      HttpServletRequest request, Principal principal, IdempotencyKey key, Class<?> command) {
    request.setAttribute(ATTRIBUTE, new KeyedRequest(request, principal, key, command));
  }

  /** Null when there is no key, or something comes first that refuses the request. */
  static @Nullable KeyedRequest of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof KeyedRequest keyed ? keyed : null;
  }

  Class<?> command() {
    return command;
  }

  /**
   * @throws io.tenantry.kernel.Refusal when the body cannot be read
   */
  Attempt attempt() {
    if (attempt == null) {
      try {
        attempt =
            new Attempt(
                Attempt.keyHash(principal.scope(), key.value()),
                Fingerprint.of(request),
                Fingerprint.asSpelled(request),
                request.getMethod(),
                Fingerprint.path(request));
      } catch (IOException e) {
        throw Unreadable.because("body", "is not whole, or its chunks are malformed");
      }
    }
    return attempt;
  }

  /** What nobody knows but who sent this: it opens what was sealed for the first answer. */
  String opener() {
    return principal.scope() + "\0" + key.value();
  }

  /**
   * From here on the command bus asks the record.
   *
   * @throws IllegalStateException when it is not what the endpoint serves
   */
  void decideBy(Object sent) {
    if (sent.getClass() != command) {
      throw new IllegalStateException("the endpoint does not serve a " + sent.getClass());
    }
    decided = true;
  }

  boolean isDecided() {
    return decided;
  }
}
