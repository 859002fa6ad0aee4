package io.tenantry.projection;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A bean for read models in SQLite: where one query must be written for each store. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(
    name = "tenantry.read-store",
    havingValue = "embedded",
    matchIfMissing = true)
public @interface OnEmbeddedReadStore {}
