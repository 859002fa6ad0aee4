/** The surface of API keys, and of who one is. */
@NullMarked
package io.tenantry.api.keys;

import org.jspecify.annotations.NullMarked;
