/** How PostgreSQL is found and spoken to, by whatever lives in it. */
@NullMarked
package io.tenantry.platform.postgres;

import org.jspecify.annotations.NullMarked;
