/** What happened to app keys; stored for ever. */
@NamedInterface("events")
@NullMarked
package io.tenantry.appdata.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
