package io.tenantry.kernel;

import org.jspecify.annotations.Nullable;

/** Finds the refusal in what a bus threw, however it was wrapped on its way. */
public interface Refusals {

  /** Null when it is not a refusal but a fault. */
  @Nullable Refusal find(Throwable t);
}
