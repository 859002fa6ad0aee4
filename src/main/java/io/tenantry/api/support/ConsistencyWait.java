package io.tenantry.api.support;

import java.time.Duration;

/** How long a write waits for its read model, and a read for its token. */
public record ConsistencyWait(Duration atMost) {}
