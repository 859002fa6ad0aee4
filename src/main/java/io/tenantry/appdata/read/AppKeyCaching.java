package io.tenantry.appdata.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single reads are answered from memory, which the projection keeps true. */
@Configuration(proxyBeanMethods = false)
class AppKeyCaching {

  private static final long BYTES = 32L << 20;

  @Bean
  DocumentCache<AppKeyDocument> appKeyCache() {
    return new DocumentCache<>("appKey", AppKeyDocument.class, AppKeyDocument::id, BYTES);
  }
}
