package io.tenantry.api.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The request's JSON body, read strictly. The parameter is a record (unknown members, wrong types
 * and values out of range are INVALID), a {@code JsonNode} or a {@link JsonBody}. Several
 * parameters of one method share one reading.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {

  /** The media types that are read; any other is 415. */
  String[] value() default {"application/json"};

  /** The shapes of these media types in turn, where the parameter does not tell them. */
  Class<?>[] documentedAs() default {};

  /** Whether an empty body is UNREADABLE; else the parameter is null. */
  boolean required() default true;
}
