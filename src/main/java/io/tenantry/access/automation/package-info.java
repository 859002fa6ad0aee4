/** What happens to API keys by itself. */
@NullMarked
package io.tenantry.access.automation;

import org.jspecify.annotations.NullMarked;
