/** What every module speaks: refusals, actors, metadata keys. Knows nothing of the rest. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.tenantry.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
