/** What can be read of API keys, when they were used, and secrets that can be shown again. */
@NullMarked
package io.tenantry.access.read;

import org.jspecify.annotations.NullMarked;
