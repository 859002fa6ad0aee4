package io.tenantry.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A key that a request bears, of which nothing is known yet. */
final class PresentedKey extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private transient @Nullable String key;

  PresentedKey(String key) {
    super(List.of());
    this.key = key;
  }

  @Override
  public @Nullable String getCredentials() {
    return key;
  }

  @Override
  public String getPrincipal() {
    return "";
  }

  @Override
  public void eraseCredentials() {
    key = null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "a key that is not checked yet";
  }
}
