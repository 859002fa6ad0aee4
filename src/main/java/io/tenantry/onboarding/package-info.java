/** A new tenant with all that comes with it, in one append. */
@ApplicationModule(
    allowedDependencies = {"kernel", "projection", "access", "tenant", "tenant :: events"})
@NullMarked
package io.tenantry.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
