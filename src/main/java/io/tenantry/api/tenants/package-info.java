/** The tenants' surface: the WeKnora tenant contract. */
@NullMarked
package io.tenantry.api.tenants;

import org.jspecify.annotations.NullMarked;
