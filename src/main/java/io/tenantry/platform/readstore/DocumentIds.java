package io.tenantry.platform.readstore;

/** Knows the id of any document, from its {@code @Id}. */
@FunctionalInterface
public interface DocumentIds {

  Object of(Object document);
}
