package io.tenantry.platform.security;

import io.tenantry.access.AccessChanges;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.ApiKeys;
import io.tenantry.api.support.ConsistencyWait;
import io.tenantry.api.support.Principal;
import io.tenantry.kernel.Authority.OfTenantKey;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.kernel.Role;
import io.tenantry.projection.OwnQueries;
import io.tenantry.tenant.FindTenant;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/**
 * Says whose a key is. A key of a tenant's form that lets nobody in costs the same whatever is
 * wrong with it: one comparison, one look into the store for a key and one for a tenant.
 */
final class KeyAuthentication implements AuthenticationProvider {

  private static final int LONGEST = 512;
  private static final int FIRST_TENANT = 10_000;

  private final OperatorKeys operatorKeys;
  private final ApiKeys apiKeys;
  private final AccessChanges changes;
  private final ConsistencyWait wait;
  private final OwnQueries queries;
  private final Refusals refusals;
  private final Clock clock;
  private final ApiKeyView nobodys;

  /**
   * @param neverGiven a key that nobody has, to compare with where there is none
   */
  KeyAuthentication(
      OperatorKeys operatorKeys,
      ApiKeys apiKeys,
      AccessChanges changes,
      ConsistencyWait wait,
      OwnQueries queries,
      Refusals refusals,
      Clock clock,
      ApiKeyToken neverGiven) {
    this.operatorKeys = operatorKeys;
    this.apiKeys = apiKeys;
    this.changes = changes;
    this.wait = wait;
    this.queries = queries;
    this.refusals = refusals;
    this.clock = clock;
    this.nobodys =
        new ApiKeyView(
            neverGiven.keyId(),
            0,
            "",
            Role.VIEWER,
            neverGiven.kept(),
            List.of(),
            null,
            List.of(),
            List.of(),
            false,
            0,
            clock.instant(),
            clock.instant());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return authentication == PresentedKey.class;
  }

  /**
   * @throws NotAdmitted UNAUTHENTICATED, TENANT_INACTIVE or UNAVAILABLE
   */
  @Override
  public Authentication authenticate(Authentication presented) {
    if (!(presented.getCredentials() instanceof String key) || key.length() > LONGEST) {
      throw new NotAdmitted(NotAdmitted.unauthenticated());
    }
    String operator = operatorKeys.nameOf(key);
    if (operator != null) {
      return new Admitted(Principal.operator(operator));
    }
    ApiKeyToken token = ApiKeyToken.parse(key);
    if (token == null) {
      throw new NotAdmitted(NotAdmitted.unauthenticated());
    }
    return new Admitted(principal(token));
  }

  private Principal principal(ApiKeyToken token) {
    ApiKeyView key = current(token);
    if (key == null) {
      findNoTenant();
      throw new NotAdmitted(NotAdmitted.unauthenticated());
    }
    TenantView tenant = tenant(key.tenantId());
    if (tenant == null) {
      apiKeys.findNothing();
      throw new NotAdmitted(NotAdmitted.unauthenticated());
    }
    if (tenant.status() != TenantStatus.ACTIVE) {
      throw new NotAdmitted(
          Refusal.of(RefusalCode.TENANT_INACTIVE, "the tenant of this key is not active"));
    }
    apiKeys.used(key.id());
    return Principal.key(key.id(), key.name(), new OfTenantKey(key.tenantId(), key.role()), tenant);
  }

  private @Nullable ApiKeyView current(ApiKeyToken token) {
    // asked first: what is found after it is not older than any change that has been answered
    boolean settled = changes.none();
    ApiKeyView key = admitting(token);
    if (key == null || settled) {
      return key;
    }
    if (!changes.settled(key.tenantId(), wait.atMost())) {
      throw new NotAdmitted(
          Refusal.retryAfter(
              RefusalCode.UNAVAILABLE,
              "what this key may do has just changed and is not known yet",
              1));
    }
    // what was found before may be older than what has settled
    return admitting(token);
  }

  private @Nullable ApiKeyView admitting(ApiKeyToken token) {
    ApiKeyView key = apiKeys.find(token.keyId());
    boolean admits = (key == null ? nobodys : key).admits(token, clock.instant());
    if (key == null || admits) {
      return key;
    }
    apiKeys.findNothing();
    return null;
  }

  /** Another one each time, since look-ups of the same id wait for each other. */
  private void findNoTenant() {
    tenant(ThreadLocalRandom.current().nextInt(1, FIRST_TENANT));
  }

  private @Nullable TenantView tenant(long id) {
    try {
      return queries.ask(new FindTenant(String.valueOf(id)), TenantView.class);
    } catch (CompletionException e) {
      Refusal refusal = refusals.find(e);
      if (refusal != null && refusal.code() == RefusalCode.TENANT_NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }
}
