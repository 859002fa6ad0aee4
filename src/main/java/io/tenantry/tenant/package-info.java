/** Tenants: what may be asked and commanded of them. */
@ApplicationModule(allowedDependencies = {"kernel", "projection"})
@NullMarked
package io.tenantry.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
