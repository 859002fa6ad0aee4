package io.tenantry.access.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys are looked up in memory at each request; the projection keeps that true. */
@Configuration(proxyBeanMethods = false)
class ApiKeyCaching {

  private static final long BYTES = 32L << 20;

  @Bean
  DocumentCache<ApiKeyDocument> apiKeyCache() {
    return new DocumentCache<>("api-key", ApiKeyDocument.class, ApiKeyDocument::id, BYTES);
  }
}
