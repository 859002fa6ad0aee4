package io.tenantry.kernel;

import org.jspecify.annotations.Nullable;

/** Finds the refusal in what came back from a bus, however it was wrapped on the way. */
public interface Refusals {

  /**
   * @param failure what a command, a query or a wait for one has thrown
   * @return the refusal that caused it; null when it is a fault of ours
   */
  @Nullable Refusal find(Throwable failure);
}
