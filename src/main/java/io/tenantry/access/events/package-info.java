/** What happened to API keys; stored for ever. */
@NamedInterface("events")
@NullMarked
package io.tenantry.access.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
