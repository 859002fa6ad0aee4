package io.tenantry.model.read;

import io.tenantry.projection.DocumentCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Single reads are answered from memory, which the projection keeps true. */
@Configuration(proxyBeanMethods = false)
class ModelCaching {

  private static final long BYTES = 32L << 20;
  // what a document takes beside its texts, roughly
  private static final int OVERHEAD = 512;

  @Bean
  DocumentCache<ModelDocument> modelCache() {
    return new DocumentCache<>(
        "model", ModelDocument.class, ModelDocument::id, ModelCaching::weight, BYTES);
  }

  static int weight(ModelDocument document) {
    return OVERHEAD
        + 2 * document.configuration().length()
        + (document.jsonSchema() == null ? 0 : 2 * document.jsonSchema().length());
  }
}
