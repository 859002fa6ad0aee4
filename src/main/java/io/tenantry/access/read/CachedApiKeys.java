package io.tenantry.access.read;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.ApiKeys;
import io.tenantry.projection.DocumentCache;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CachedApiKeys implements ApiKeys {

  private final ApiKeyDocumentRepository keys;
  private final DocumentCache<ApiKeyDocument> cache;
  private final ApiKeyUses uses;

  CachedApiKeys(
      ApiKeyDocumentRepository keys, DocumentCache<ApiKeyDocument> cache, ApiKeyUses uses) {
    this.keys = keys;
    this.cache = cache;
    this.uses = uses;
  }

  @Override
  public @Nullable ApiKeyView find(long keyId) {
    var key = cache.get(keyId, id -> keys.findById(keyId).orElse(null));
    return key == null ? null : key.view();
  }

  @Override
  public void findNothing() {
    // no id is negative; another one each time, since look-ups of the same id wait for each other
    find(ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0));
  }

  @Override
  public void used(long keyId) {
    uses.note(keyId);
  }
}
