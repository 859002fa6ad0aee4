package io.tenantry.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The condition under which a client lets a change be applied (RFC 9110, {@code If-Match}). */
public final class Versions {

  private Versions() {}

  /**
   * @param expected the versions that the client has seen; null for any
   * @throws Refusal PRECONDITION_FAILED, when the resource is at another version
   */
  public static void require(@Nullable Set<Long> expected, long version) {
    if (expected != null && !expected.contains(version)) {
      throw Refusal.of(
          RefusalCode.PRECONDITION_FAILED,
          "the resource is at version " + version + ", which If-Match does not name");
    }
  }
}
