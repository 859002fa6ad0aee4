/** What happened to models; stored for ever. */
@NamedInterface("events")
@NullMarked
package io.tenantry.model.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
