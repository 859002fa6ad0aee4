package io.tenantry.kernel;

/**
 * How a module says what a command came to, and says the same again whenever it is asked: from the
 * resource's events as of that command, whatever has happened to it since.
 *
 * @param <R> what commands of that kind answer
 */
public interface Outcomes<R> {

  ResourceKind kind();

  Class<R> type();

  Outcome of(R result);

  /** What {@link #of} was made from, equal in every member. */
  R restore(Outcome outcome);
}
