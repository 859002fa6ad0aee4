/** Traces, from a request through its command and events to the read models; off by default. */
@NullMarked
package io.tenantry.platform.tracing;

import org.jspecify.annotations.NullMarked;
