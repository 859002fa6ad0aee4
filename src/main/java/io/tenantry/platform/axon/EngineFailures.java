package io.tenantry.platform.axon;

import io.tenantry.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What an engine's own exceptions mean. */
public interface EngineFailures {

  /** The refusal that this exception is, leaving its causes alone; null when it is none. */
  @Nullable Refusal refusal(Throwable failure);
}
