package io.tenantry.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a thing come to that comes once, goes once and does not come back.
 *
 * @param <V> the thing at one version
 */
public interface Lifetime<V> {

  /** The thing as it is, or was when it went; null before it came. */
  @Nullable V last();

  boolean ended();

  /** The thing; null when it has not come yet, or is gone. */
  default @Nullable V living() {
    return ended() ? null : last();
  }

  /** What {@link #last()} answers, once anything has happened. */
  default V view() {
    return Objects.requireNonNull(last(), "no event has happened yet");
  }
}
