/** The engines on which tests run: where they are, and how a service is started on them. */
@NullMarked
package io.tenantry.engines;

import org.jspecify.annotations.NullMarked;
