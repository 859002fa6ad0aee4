/** Decides what happens to models. */
@NullMarked
package io.tenantry.model.write;

import org.jspecify.annotations.NullMarked;
