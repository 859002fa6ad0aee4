/** What was leased of tenants' storage; stored for ever. */
@NamedInterface("events")
@NullMarked
package io.tenantry.usage.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
