package io.tenantry.tenant.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single reads are answered from memory, which the projection keeps true. */
@Configuration(proxyBeanMethods = false)
class TenantCaching {

  private static final long BYTES = 32L << 20;

  @Bean
  DocumentCache<TenantDocument> tenantCache() {
    return new DocumentCache<>("tenant", TenantDocument.class, TenantDocument::id, BYTES);
  }
}
