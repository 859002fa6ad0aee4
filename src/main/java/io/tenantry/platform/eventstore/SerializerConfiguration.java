package io.tenantry.platform.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Events by their stored names; all else (tokens, messages) by Jackson 3. Declared one by one: what
 * Axon's auto-configuration misses, it replaces in silence.
 */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

  @Bean
  StoredNames storedNames() {
    return StoredNames.scan();
  }

  @Bean
  @Qualifier("eventSerializer")
  StoredNameSerializer eventSerializer(StoredNames names) {
    return StoredNameSerializer.of(names);
  }

  @Bean
  @Primary
  Jackson3Serializer serializer(Jackson3SerializerCustomizer customizer) {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(customizer).build();
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer(Jackson3Serializer serializer) {
    return serializer;
  }

  /** A replay token names its parts by class; only Axon's classes may be named. */
  @Bean
  Jackson3SerializerCustomizer axonTypesOnly() {
    return mapper ->
        mapper.polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.").build());
  }
}
