package io.tenantry.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;

/**
 * Writes events as compact JSON under their stored name and revision, never their class name. What
 * it cannot read exactly it refuses: a changed event needs an upcaster.
 */
public final class StoredNameSerializer extends Jackson3Serializer {

  private static final String METADATA = MetaData.class.getName();

  private final StoredNames names;

  private StoredNameSerializer(Builder builder, StoredNames names) {
    super(builder);
    this.names = names;
  }

  public static StoredNameSerializer of(StoredNames names) {
    Jackson3SerializerCustomizer exact =
        mapper ->
            mapper
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // a number in a JSON tree keeps every digit
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    return new StoredNameSerializer(
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(exact), names);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return type == null || type == Void.class || type == MetaData.class
        ? super.typeForClass(type)
        : names.typeOf(type);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    return SerializedType.emptyType().equals(type) || METADATA.equals(type.getName())
        ? super.classForType(type)
        : names.classOf(type.getName(), type.getRevision());
  }
}
