package io.tenantry.platform.security;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import org.springframework.security.core.AuthenticationException;

/** A credential that does not let its bearer in. */
final class NotAdmitted extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  NotAdmitted(Refusal refusal) {
    super(refusal.getMessage());
    this.refusal = refusal;
  }

  /** The same words whatever is wrong, and for no credential at all: an attacker learns nothing. */
  static Refusal unauthenticated() {
    return Refusal.of(
        RefusalCode.UNAUTHENTICATED,
        "a credential is needed, and the one that was sent, if any, is unknown, malformed, expired"
            + " or revoked");
  }

  Refusal refusal() {
    return refusal;
  }

  /** None: it is no fault of ours, and an attacker must not make us work for it. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
