package io.tenantry.api.support;

import org.jspecify.annotations.Nullable;

/**
 * What a refusal looks like to a client.
 *
 * @param code Tenantry's own number, at both levels of the body
 * @param fieldCode the surface document's own number; when there is one, {@code errors} is there
 *     and each entry bears it
 */
public record Answer(ProblemType type, int status, int code, @Nullable Integer fieldCode) {

  Answer(ProblemType type, int status, int code) {
    this(type, status, code, null);
  }

  /** The same refusal under another status, with the surface document's own number. */
  public Answer with(int otherStatus, int itsFieldCode) {
    return new Answer(type, otherStatus, code, itsFieldCode);
  }
}
