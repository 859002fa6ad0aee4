/** Decides what happens to API keys. */
@NullMarked
package io.tenantry.access.write;

import org.jspecify.annotations.NullMarked;
