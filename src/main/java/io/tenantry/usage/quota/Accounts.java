package io.tenantry.usage.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

/**
 * One account for a tenant at any time. Those that were used last are kept; any other only while
 * somebody is at it, and its lease is asked for anew when it is used again.
 */
@Component
class Accounts {

  private static final int KEPT = 20_000;

  private final LoadingCache<Long, Account> all =
      Caffeine.newBuilder().weakValues().build(tenantId -> new Account());
  private final Cache<Long, Account> usedLast = Caffeine.newBuilder().maximumSize(KEPT).build();

  Account of(long tenantId) {
    Account account = all.get(tenantId);
    usedLast.put(tenantId, account);
    return account;
  }
}
