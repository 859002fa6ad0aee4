package io.tenantry.api.support;

import io.tenantry.kernel.RefusalCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refusals of an endpoint that its method, path and parameters do not tell, for the document of the
 * interface.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

  RefusalCode[] value();
}
