/** What happens to app keys by itself. */
@NullMarked
package io.tenantry.appdata.automation;

import org.jspecify.annotations.NullMarked;
