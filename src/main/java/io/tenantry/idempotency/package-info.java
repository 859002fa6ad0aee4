/**
 * A write that is sent again under its {@code Idempotency-Key} has happened once, and answers as it
 * did. All of that is here: aggregates and endpoints know nothing of it.
 *
 * <p>{@link io.tenantry.idempotency.Recorder} adds a record to the events of each command that
 * bears a key; they are stored together or not at all, and the store takes a record once. {@link
 * io.tenantry.idempotency.ReplayingCommandBus} stands outside of that: what the store or the
 * command's handler has refused, it answers from the record, where there is one. What is refused
 * before it has become a command is looked up where errors are answered, in {@code
 * api.support.Repetitions}.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.tenantry.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
