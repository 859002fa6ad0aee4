/** What can be read of tenants. */
@NullMarked
package io.tenantry.tenant.read;

import org.jspecify.annotations.NullMarked;
