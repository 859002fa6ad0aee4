/** Tenantry: the event-sourced control plane for tenants, their models and their app keys. */
@NullMarked
package io.tenantry;

import org.jspecify.annotations.NullMarked;
