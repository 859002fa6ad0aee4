/** Buses, what travels in their metadata, and how a refusal crosses them. */
@NullMarked
package io.tenantry.platform.axon;

import org.jspecify.annotations.NullMarked;
