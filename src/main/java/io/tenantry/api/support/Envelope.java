package io.tenantry.api.support;

import org.jspecify.annotations.Nullable;

/** The shape of an answer that carries data. */
public record Envelope<T extends @Nullable Object>(boolean success, T data) {

  public static <T extends @Nullable Object> Envelope<T> of(T data) {
    return new Envelope<>(true, data);
  }
}
