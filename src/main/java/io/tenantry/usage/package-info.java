/** What a tenant uses of what it may use. */
@ApplicationModule(allowedDependencies = {"kernel", "projection", "tenant", "tenant :: events"})
@NullMarked
package io.tenantry.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
