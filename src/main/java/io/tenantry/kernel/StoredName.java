package io.tenantry.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event stands in the store, for ever. Renaming or moving its class leaves
 * it alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredName {

  /** Such as {@code tenant.registered}. */
  String value();

  /** Counted up when a stored field changes its name, type or meaning; needs an upcaster. */
  int revision() default 1;
}
