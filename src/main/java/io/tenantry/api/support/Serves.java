package io.tenantry.api.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an endpoint sends: who may send that may call it, and who may not is told so before the
 * request's body is read. The buses ask again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Serves {

  /** A command or query that bears {@link io.tenantry.kernel.AllowedTo}. */
  Class<?> value();
}
