package io.tenantry.platform.security;

import io.tenantry.api.support.Principal;
import io.tenantry.kernel.Authority;
import io.tenantry.kernel.Authority.OfTenantKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who was let in, as Spring Security wants to know it. */
final class Admitted extends AbstractAuthenticationToken {

  static final String OPERATOR = "OPERATOR";

  private static final long serialVersionUID = 1L;

  private final transient Principal principal;

  Admitted(Principal principal) {
    super(roles(principal.authority()));
    this.principal = principal;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> roles(Authority authority) {
    String role = authority instanceof OfTenantKey key ? key.role().name() : OPERATOR;
    return List.of(new SimpleGrantedAuthority("ROLE_" + role));
  }

  /** Null: the key itself is forgotten once it is known whose it is. */
  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Principal getPrincipal() {
    return principal;
  }

  @Override
  public String getName() {
    return principal.actor().value();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Admitted admitted && admitted.principal.equals(principal);
  }

  @Override
  public int hashCode() {
    return principal.hashCode();
  }

  @Override
  public String toString() {
    return getName() + " " + getAuthorities();
  }
}
