package io.tenantry.idempotency;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfTenant;
import io.tenantry.kernel.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been done under this idempotency key? Answers a {@link Result}, or refuses with
 * NOT_FOUND.
 *
 * @param keyHash as {@link Attempt#keyHash} makes it; nobody but who asked then can name it
 * @param ownTenant of who asks; null for those who belong to none
 */
@AllowedTo(Least.VIEWER)
public record FindRecord(String keyHash, @Nullable Long ownTenant) implements OfTenant {

  @Override
  public boolean concernsOnly(long tenantId) {
    return ownTenant != null && ownTenant == tenantId;
  }

  /**
   * @param method of the first request
   * @param path of the first request
   * @param status that it was answered with
   */
  public record Result(
      Instant firstSeen, String method, String path, int status, Outcome outcome) {}
}
