/** App keys: key/value data of the applications that run for a tenant. */
@ApplicationModule(allowedDependencies = {"kernel", "projection", "tenant", "tenant :: events"})
@NullMarked
package io.tenantry.appdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
