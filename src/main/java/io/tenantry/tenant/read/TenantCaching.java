package io.tenantry.tenant.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single reads are answered from memory, which the projection keeps true. */
@Configuration(proxyBeanMethods = false)
class TenantCaching {

  private static final long BYTES = 32L << 20;
  // what a document takes beside its texts, roughly
  private static final int OVERHEAD = 512;

  @Bean
  DocumentCache<TenantDocument> tenantCache() {
    return new DocumentCache<>(
        "tenant", TenantDocument.class, TenantDocument::id, TenantCaching::weight, BYTES);
  }

  private static int weight(TenantDocument document) {
    return OVERHEAD + 2 * (document.name().length() + document.description().length());
  }
}
