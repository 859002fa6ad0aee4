package io.tenantry.access;

import io.tenantry.projection.ReadModels;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tenants whose keys may do less than the read models say, because a write was answered before it
 * could be read ({@code Consistency: pending}). Ordinarily there are none. Until the read models
 * have caught up, nobody of that tenant is let in on the strength of what they say.
 */
@Component
public class AccessChanges {

  private final Map<Long, Long> positionsByTenant = new ConcurrentHashMap<>();
  private final ReadModels readModels;

  AccessChanges(ReadModels readModels) {
    this.readModels = readModels;
  }

  /**
   * @param position of the event that the read models have not reached
   */
  public void pending(long tenantId, long position) {
    positionsByTenant.merge(tenantId, position, Math::max);
  }

  /** Whether what the read models say from now on holds for every tenant; ordinarily it does. */
  public boolean none() {
    return positionsByTenant.isEmpty();
  }

  /** Whether what the read models say of the tenant and its keys holds, within that time. */
  public boolean settled(long tenantId, Duration atMost) {
    Long position = positionsByTenant.get(tenantId);
    if (position == null) {
      return true;
    }
    boolean reached = readModels.await(position, atMost);
    if (reached) {
      positionsByTenant.remove(tenantId, position);
    }
    return reached;
  }
}
