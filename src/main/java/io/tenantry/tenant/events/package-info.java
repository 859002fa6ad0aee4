/** What happened to tenants; stored for ever. */
@NamedInterface("events")
@NullMarked
package io.tenantry.tenant.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
