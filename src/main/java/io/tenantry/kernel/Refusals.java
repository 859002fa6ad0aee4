package io.tenantry.kernel;

import org.jspecify.annotations.Nullable;

/** Finds the refusal in what a bus has thrown. */
public interface Refusals {

  /** The refusal that led to the throwable; null when it is none. */
  @Nullable Refusal find(Throwable thrown);
}
