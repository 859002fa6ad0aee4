package io.tenantry.platform.openapi;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What swagger's annotations say of a value beside its type.
 *
 * @param own null when nothing is said
 * @param list likewise, of a list
 */
record Hints(@Nullable Schema own, @Nullable ArraySchema list) {

  static final Hints NONE = new Hints(null, null);

  private static final JsonMapper JSON = new JsonMapper();

  static Hints of(AnnotatedElement element) {
    return new Hints(element.getAnnotation(Schema.class), element.getAnnotation(ArraySchema.class));
  }

  Hints ofItems() {
    return list == null ? NONE : new Hints(list.schema(), null);
  }

  boolean required() {
    return own != null && own.requiredMode() == Schema.RequiredMode.REQUIRED;
  }

  /** Whether null is refused, even where the whole may be absent. */
  boolean neverNull() {
    return own != null && own.requiredMode() != Schema.RequiredMode.AUTO;
  }

  @Nullable Class<?> implementation() {
    return own == null || own.implementation() == Void.class ? null : own.implementation();
  }

  /** Whether there is another type than the one in the code, where that one says less. */
  boolean saysType() {
    return own != null && (!own.type().isEmpty() || own.types().length > 0);
  }

  io.swagger.v3.oas.models.media.Schema<Object> applied(
      io.swagger.v3.oas.models.media.Schema<Object> schema) {
    if (list != null) {
      schema.setUniqueItems(list.uniqueItems() ? true : null);
      schema.setMaxItems(list.maxItems() == Integer.MIN_VALUE ? null : list.maxItems());
    }
    if (own == null) {
      return schema;
    }
    Stream.concat(Stream.of(own.type()).filter(type -> !type.isEmpty()), Stream.of(own.types()))
        .forEach(schema::addType);
    schema.setDescription(
        own.description().isEmpty() ? schema.getDescription() : own.description());
    schema.setFormat(own.format().isEmpty() ? schema.getFormat() : own.format());
    schema.setPattern(own.pattern().isEmpty() ? null : own.pattern());
    schema.setMinLength(own.minLength() == 0 ? null : own.minLength());
    schema.setMaxLength(own.maxLength() == Integer.MAX_VALUE ? null : own.maxLength());
    schema.setMinimum(own.minimum().isEmpty() ? null : new BigDecimal(own.minimum()));
    schema.setMaximum(own.maximum().isEmpty() ? null : new BigDecimal(own.maximum()));
    Stream.of(own.allowableValues()).forEach(schema::addEnumItemObject);
    if (!own.defaultValue().isEmpty()) {
      schema.setDefault(value(own.defaultValue(), schema));
    }
    if (!own.example().isEmpty()) {
      schema.addExample(value(own.example(), schema));
    }
    return schema;
  }

  private static Object value(String text, io.swagger.v3.oas.models.media.Schema<Object> schema) {
    boolean isText = schema.getTypes() != null && schema.getTypes().contains("string");
    return isText ? text : JSON.readValue(text, Object.class);
  }
}
