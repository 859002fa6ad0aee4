/** What can be read of app keys. */
@NullMarked
package io.tenantry.appdata.read;

import org.jspecify.annotations.NullMarked;
