/** What drives projections and automations: one processor each, from the stream of all events. */
@NullMarked
package io.tenantry.platform.processors;

import org.jspecify.annotations.NullMarked;
