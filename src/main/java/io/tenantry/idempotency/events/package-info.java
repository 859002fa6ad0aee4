/** What is stored of attempts. */
@NamedInterface("events")
@NullMarked
package io.tenantry.idempotency.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
