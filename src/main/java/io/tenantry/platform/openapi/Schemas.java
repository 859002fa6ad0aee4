package io.tenantry.platform.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.tenantry.api.support.Envelope;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of our records: as strict as we read them, as whole as we answer them. What a type
 * does not tell stands in swagger's annotations at the record's components.
 */
final class Schemas {

  /** U+0000 is refused in every string. */
  private static final String TEXT = "^[^\\u0000]*$";

  private static final Pattern HUMP = Pattern.compile("[A-Z]");

  private final Map<String, Schema<Object>> components = new TreeMap<>();

  Map<String, Schema<Object>> components() {
    return components;
  }

  /** Of a request's body, or an answer's. */
  Schema<Object> of(Type type, boolean request) {
    return request && type instanceof Class<?> c && c.isRecord()
        ? component(c, true)
        : of(type, Hints.NONE, request);
  }

  Schema<Object> of(Type type, Hints hints, boolean request) {
    var schema = hints.saysType() ? hints.applied(new JsonSchema()) : plain(type, hints, request);
    if (request && isText(schema) && schema.getPattern() == null && schema.getEnum() == null) {
      schema.setPattern(TEXT);
    }
    return schema;
  }

  private Schema<Object> plain(Type type, Hints hints, boolean request) {
    var target = hints.implementation() == null ? type : hints.implementation();
    if (target instanceof ParameterizedType generic) {
      return hints.applied(generic(generic, hints, request));
    }
    if (!(target instanceof Class<?> c)) {
      throw new IllegalArgumentException("no schema for " + target);
    }
    if (c.isArray()) {
      var list = typed("array");
      list.setItems(of(c.getComponentType(), Hints.NONE, request));
      return list;
    }
    if (c.isSealed()) {
      return new JsonSchema()
          .anyOf(
              Stream.of(c.getPermittedSubclasses())
                  .<Schema>map(each -> component(each, request))
                  .toList());
    }
    if (c.isRecord()) {
      // what stands within a request may stand within an answer too, where it is not the same
      return request ? object(c, true) : component(c, false);
    }
    // what stands for a type that is not of JSON says itself what it is
    var said = Hints.of(c);
    return said.saysType() ? said.applied(new JsonSchema()) : hints.applied(scalar(c));
  }

  private Schema<Object> generic(ParameterizedType type, Hints hints, boolean request) {
    var raw = type.getRawType();
    var argument = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    if (raw == List.class) {
      var list = typed("array");
      list.setItems(of(argument, hints.ofItems(), request));
      return list;
    }
    var schema = typed("object");
    if (raw == Map.class) {
      schema.setAdditionalProperties(of(argument, Hints.NONE, request));
      return schema;
    }
    if (raw == Envelope.class) {
      schema.addProperty("success", yes());
      schema.addProperty("data", of(argument, Hints.NONE, request));
      schema.setRequired(List.of("success", "data"));
      return schema;
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private static Schema<Object> scalar(Class<?> type) {
    if (type == String.class) {
      return typed("string");
    }
    if (type == Instant.class) {
      var time = formatted("string", "date-time");
      time.addExample("2026-11-22T10:15:30Z");
      return time;
    }
    if (type == long.class || type == Long.class) {
      return formatted("integer", "int64");
    }
    if (type == int.class || type == Integer.class) {
      return formatted("integer", "int32");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    if (type.isEnum()) {
      var words = typed("string");
      Stream.of(type.getEnumConstants()).map(String::valueOf).forEach(words::addEnumItemObject);
      return words;
    }
    // any JSON, or what is no JSON at all
    return new JsonSchema();
  }

  private Schema<Object> component(Class<?> type, boolean request) {
    var own = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    var name = own == null || own.name().isEmpty() ? type.getSimpleName() : own.name();
    if (!components.containsKey(name)) {
      components.put(name, object(type, request));
    }
    return new JsonSchema().$ref("#/components/schemas/" + name);
  }

  private Schema<Object> object(Class<?> type, boolean request) {
    var schema = typed("object");
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      var name = name(component);
      var hints = Hints.of(component.getAccessor());
      var member = of(component.getGenericType(), hints, request);
      boolean optional =
          type.isAnnotationPresent(JsonInclude.class)
              || component.getAccessor().isAnnotationPresent(JsonInclude.class);
      if (request ? hints.required() : !optional) {
        required.add(name);
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean orNull = nullable && !optional && !(request && hints.neverNull());
      schema.addProperty(name, orNull ? orNull(member) : member);
    }
    if (request) {
      var ignored = type.getAnnotation(JsonIgnoreProperties.class);
      schema.additionalProperties(ignored != null && ignored.ignoreUnknown());
      for (var name : ignored == null ? new String[0] : ignored.value()) {
        schema.addProperty(name, new JsonSchema().description("Ignored: it is the server's."));
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
    return schema;
  }

  private static Schema<Object> orNull(Schema<Object> schema) {
    if (schema.get$ref() != null) {
      return new JsonSchema().anyOf(List.of(schema, typed("null")));
    }
    if (schema.getTypes() != null) {
      schema.addType("null");
    }
    if (schema.getEnum() != null) {
      schema.addEnumItemObject(null);
    }
    return schema;
  }

  private static String name(RecordComponent component) {
    var given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given != null && !given.value().isEmpty()
        ? given.value()
        : HUMP.matcher(component.getName()).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  private static boolean isText(Schema<Object> schema) {
    return schema.getTypes() != null && schema.getTypes().contains("string");
  }

  private static Schema<Object> yes() {
    var schema = typed("boolean");
    schema.setConst(true);
    return schema;
  }

  static Schema<Object> formatted(String type, String format) {
    var schema = typed(type);
    schema.setFormat(format);
    return schema;
  }

  static Schema<Object> typed(String type) {
    var schema = new JsonSchema();
    schema.addType(type);
    return schema;
  }
}
