/** The embedded event store: one SQLite file, one writer, one order of positions without gaps. */
@NullMarked
package io.tenantry.platform.eventstore;

import org.jspecify.annotations.NullMarked;
