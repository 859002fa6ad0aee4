package io.tenantry.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may send this command or ask this query. Enforced on both buses: what bears no rule is
 * refused whoever sends it. What a tenant's key may send says whose it is ({@link OfTenant}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

  Least value();

  /** The least right that is enough; each includes those after it. */
  enum Least {
    VIEWER,
    CONTRIBUTOR,
    ADMIN,
    OPERATOR,
    SYSTEM
  }
}
