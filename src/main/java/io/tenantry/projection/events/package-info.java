/** What an event store says of itself. */
@NamedInterface("events")
@NullMarked
package io.tenantry.projection.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
