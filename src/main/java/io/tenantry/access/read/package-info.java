/** What can be read of API keys, and when they were used. */
@NullMarked
package io.tenantry.access.read;

import org.jspecify.annotations.NullMarked;
