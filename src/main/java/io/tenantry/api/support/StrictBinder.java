package io.tenantry.api.support;

import io.tenantry.kernel.FieldError;
import io.tenantry.kernel.Refusal;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Makes a record of a tree without guessing: no coercion, no unknown members. */
final class StrictBinder {

  private static final String UNKNOWN = "unknown members";

  private final JsonMapper mapper = mapper();

  /**
   * @throws Refusal with code INVALID, naming the fields
   */
  Object bind(JsonNode tree, Type type) {
    JavaType target = mapper.constructType(type);
    if (target.isRecordType() && !tree.isObject()) {
      throw Refusal.invalid("body", "must be an object");
    }
    List<FieldError> unknown = new ArrayList<>();
    Object bound;
    try {
      bound = mapper.readerFor(target).withAttribute(UNKNOWN, unknown).readValue(tree);
    } catch (JacksonException e) {
      unknown.add(new FieldError(FieldPath.of(e.getPath()), message(e)));
      throw Refusal.invalid(unknown);
    }
    if (!unknown.isEmpty()) {
      throw Refusal.invalid(unknown);
    }
    return bound;
  }

  private static String message(JacksonException e) {
    if (e instanceof InputCoercionException) {
      return "is out of range";
    }
    return "must be "
        + expected(
            e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == int.class) {
      return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    if (type == Long.class || type == long.class) {
      return "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return Temporal.class.isAssignableFrom(type) ? "a time of RFC 3339" : "an object";
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addHandler(new UnknownMembers());
    refuse(builder, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
    refuse(builder, LogicalType.Textual, CoercionInputShape.Boolean);
    for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      refuse(builder, type, CoercionInputShape.String, CoercionInputShape.EmptyString);
    }
    refuse(builder, LogicalType.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
    refuse(builder, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);
    refuse(builder, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
    for (LogicalType type : List.of(LogicalType.POJO, LogicalType.Collection, LogicalType.Map)) {
      refuse(builder, type, CoercionInputShape.EmptyString, CoercionInputShape.String);
    }
    refuse(builder, LogicalType.DateTime, CoercionInputShape.Integer, CoercionInputShape.Float);
    return builder.build();
  }

  private static void refuse(
      JsonMapper.Builder builder, LogicalType type, CoercionInputShape... shapes) {
    builder.withCoercionConfig(
        type,
        config -> Arrays.stream(shapes).forEach(s -> config.setCoercion(s, CoercionAction.Fail)));
  }

  /** Collects unknown members, so that the client learns of all of them at once. */
  private static final class UnknownMembers extends DeserializationProblemHandler {

    private static final int TOLD = 100;

    @Override
    @SuppressWarnings("unchecked")
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String name) {
      if (!(context.getAttribute(UNKNOWN) instanceof List<?> found)) {
        return false;
      }
      if (found.size() == TOLD) {
        parser.skipChildren();
        return true;
      }
      TokenStreamContext place = parser.streamReadContext();
      // at the beginning of a list or an object the parser is already within it
      boolean within = parser.currentToken() != null && parser.currentToken().isStructStart();
      String path =
          within ? FieldPath.of(place.getParent().getParent(), name) : FieldPath.of(place);
      ((List<FieldError>) found).add(new FieldError(path, "is not a known field"));
      parser.skipChildren();
      return true;
    }
  }
}
