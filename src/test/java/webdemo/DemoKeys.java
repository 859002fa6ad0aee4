package webdemo;

import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.ApiKeys;
import io.tenantry.access.NewApiKeys;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.Role;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The keys of the demo, and the tenants whose they are. */
final class DemoKeys implements ApiKeys {

  static final long ACTIVE = 10_000;
  static final long INACTIVE = 10_001;
  static final long DELETED = 10_002;

  private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

  static final AtomicInteger NO_TENANT = new AtomicInteger();

  final AtomicInteger lookUps = new AtomicInteger();
  final AtomicInteger uses = new AtomicInteger();
  private final Map<Long, ApiKeyView> keys = new ConcurrentHashMap<>();
  private final NewApiKeys newKeys = new NewApiKeys(Clock.systemUTC());

  String give(long tenantId, Role role) {
    return give(newKeys.next(), tenantId, role, null);
  }

  String giveExpired() {
    return give(newKeys.next(), ACTIVE, Role.ADMIN, LONG_AGO);
  }

  String withWrongSecret(String key) {
    ApiKeyToken token = ApiKeyToken.parse(key);
    return newKeys.withNewSecret(token == null ? 0 : token.keyId()).reveal();
  }

  String unknown() {
    return newKeys.next().reveal();
  }

  private String give(ApiKeyToken token, long tenantId, Role role, @Nullable Instant expires) {
    keys.put(
        token.keyId(),
        new ApiKeyView(
            token.keyId(),
            tenantId,
            "demo",
            role,
            token.kept(),
            List.of(),
            expires,
            List.of(),
            List.of(),
            false,
            1,
            LONG_AGO,
            LONG_AGO));
    return token.reveal();
  }

  void revoke(String key) {
    ApiKeyToken token = ApiKeyToken.parse(key);
    keys.remove(token == null ? 0 : token.keyId());
  }

  @Override
  public @Nullable ApiKeyView find(long keyId) {
    ApiKeyView key = keys.get(keyId);
    if (key == null) {
      findNothing();
    }
    return key;
  }

  @Override
  public void findNothing() {
    lookUps.incrementAndGet();
  }

  @Override
  public void used(long keyId) {
    uses.incrementAndGet();
  }

  static TenantView tenant(String reference) {
    if (!reference.equals("10000") && !reference.equals("10001")) {
      NO_TENANT.incrementAndGet();
      throw Refusal.noSuchTenant();
    }
    long id = Long.parseLong(reference);
    return new TenantView(
        id,
        "demo-" + id,
        "Demo",
        "",
        "",
        id == INACTIVE ? TenantStatus.INACTIVE : TenantStatus.ACTIVE,
        List.of(),
        1,
        1,
        LONG_AGO,
        LONG_AGO);
  }
}
