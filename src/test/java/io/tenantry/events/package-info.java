/** That stored events stay readable. */
@NullMarked
package io.tenantry.events;

import org.jspecify.annotations.NullMarked;
