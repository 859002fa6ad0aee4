/** An event for tests. */
@NullMarked
package io.tenantry.sample.events;

import org.jspecify.annotations.NullMarked;
