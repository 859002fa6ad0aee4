/** What an idempotency key has done. */
@NullMarked
package io.tenantry.api.idempotency;

import org.jspecify.annotations.NullMarked;
