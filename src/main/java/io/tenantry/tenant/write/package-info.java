/** Decides what happens to tenants. */
@NullMarked
package io.tenantry.tenant.write;

import org.jspecify.annotations.NullMarked;
