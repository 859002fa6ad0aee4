/** Tenants' models: configuration documents, each of one tenant. */
@ApplicationModule(allowedDependencies = {"kernel", "projection", "tenant", "tenant :: events"})
@NullMarked
package io.tenantry.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
