/** Counts what is stored. */
@NullMarked
package io.tenantry.usage.read;

import org.jspecify.annotations.NullMarked;
