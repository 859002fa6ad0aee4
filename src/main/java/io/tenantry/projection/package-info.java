/**
 * What all read models share: batches, waiting until a read model has reached a write, caches.
 * Engines that store them live in {@code platform.readstore}.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.tenantry.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
