package io.tenantry.kernel;

/**
 * What is wrong with one field.
 *
 * @param field the field's path as the client wrote it, such as {@code name} or {@code
 *     retriever_engines.engines[1].retriever_type}
 * @param message what is wrong, to be read after the field's name: {@code must not be blank}
 */
public record FieldError(String field, String message) {}
