/** Decides what happens to app keys. */
@NullMarked
package io.tenantry.appdata.write;

import org.jspecify.annotations.NullMarked;
