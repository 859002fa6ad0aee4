package io.tenantry.model.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single reads are answered from memory, which the projection keeps true. */
@Configuration(proxyBeanMethods = false)
class ModelCaching {

  private static final long BYTES = 32L << 20;

  @Bean
  DocumentCache<ModelDocument> modelCache() {
    return new DocumentCache<>("model", ModelDocument.class, ModelDocument::id, BYTES);
  }
}
