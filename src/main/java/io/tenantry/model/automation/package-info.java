/** What happens to models by itself. */
@NullMarked
package io.tenantry.model.automation;

import org.jspecify.annotations.NullMarked;
