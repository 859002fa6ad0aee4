/** The REST surfaces: one package each, and what they share. Spring Web is known here. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "access",
      "idempotency",
      "projection",
      "tenant",
      "tenant :: events",
      "onboarding",
      "model",
      "appdata",
      "usage"
    })
@NullMarked
package io.tenantry.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
