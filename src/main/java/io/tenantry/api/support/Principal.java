package io.tenantry.api.support;

import io.tenantry.kernel.Actor;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Authority.OfTenantKey;
import io.tenantry.tenant.TenantView;
import org.jspecify.annotations.Nullable;

/**
 * Who was let in.
 *
 * @param kind as clients read it: {@code operator}, {@code key} or {@code anonymous}
 * @param name of the credential
 * @param tenant whose key it is, as it was when it was let in; null for those who belong to none
 */
public record Principal(
    String kind, String name, Actor actor, Authority authority, @Nullable TenantView tenant) {

  public static final Principal ANONYMOUS =
      new Principal("anonymous", "", Actor.ANONYMOUS, Authority.OPERATOR, null);

  public static Principal operator(String name) {
    return new Principal("operator", name, Actor.operator(name), Authority.OPERATOR, null);
  }

  public static Principal key(long keyId, String name, OfTenantKey authority, TenantView tenant) {
    return new Principal("key", name, Actor.key(keyId), authority, tenant);
  }

  /**
   * To whom an idempotency key belongs: the credential itself, whatever its secret is just now. All
   * operators are one.
   */
  public String scope() {
    return authority instanceof OfTenantKey ? actor.value() : kind;
  }

  public boolean isAnonymous() {
    return this == ANONYMOUS;
  }
}
