/** Decides how much of a tenant's quota each process may use. */
@NullMarked
package io.tenantry.usage.write;

import org.jspecify.annotations.NullMarked;
