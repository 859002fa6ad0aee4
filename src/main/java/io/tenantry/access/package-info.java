/** API keys: who may come in on a tenant's behalf, and as what. */
@ApplicationModule(allowedDependencies = {"kernel", "projection", "tenant", "tenant :: events"})
@NullMarked
package io.tenantry.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
