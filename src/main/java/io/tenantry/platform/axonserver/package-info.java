/**
 * Events in Axon Server, commands and queries routed by it. {@link
 * io.tenantry.platform.axonserver.AxonServerChoice} keeps its connector out of every other start.
 */
@NullMarked
package io.tenantry.platform.axonserver;

import org.jspecify.annotations.NullMarked;
