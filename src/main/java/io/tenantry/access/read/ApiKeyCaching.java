package io.tenantry.access.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys are looked up in memory at each request; the projection keeps that true. */
@Configuration(proxyBeanMethods = false)
class ApiKeyCaching {

  private static final long BYTES = 32L << 20;
  // what a document takes beside the texts that may be long, roughly
  private static final int OVERHEAD = 768;

  @Bean
  DocumentCache<ApiKeyDocument> apiKeyCache() {
    return new DocumentCache<>(
        "api-key", ApiKeyDocument.class, ApiKeyDocument::id, ApiKeyCaching::weight, BYTES);
  }

  private static int weight(ApiKeyDocument key) {
    return OVERHEAD
        + 2 * (key.name().length() + key.knowledgeBaseIds().length() + key.capabilities().length())
        + key.former().length();
  }
}
