package io.tenantry.tenant;

import io.tenantry.kernel.Actor;
import io.tenantry.projection.FollowUps;
import io.tenantry.projection.StoredEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Removes for other modules what belonged to a tenant. Events come in one order: what was created
 * before the tenant's deletion is found by it, what was created after it finds its tenant gone.
 */
@Component
public class TenantDeletions {

  private static final Actor ACTOR = Actor.system("tenant-deletion");

  private final FollowUps followUps;
  private final Tenants tenants;

  TenantDeletions(FollowUps followUps, Tenants tenants) {
    this.followUps = followUps;
    this.tenants = tenants;
  }

  /**
   * Once the read models know of the deletion: sends the commands that remove all things of the
   * tenant, page by page.
   *
   * @param page the things after that one; the first ones when it is null, none at the end
   */
  public <T> void removeAll(
      StoredEvent deletion, Function<@Nullable T, List<T>> page, Function<T, ?> removal) {
    forEachPage(
        deletion,
        page,
        things -> followUps.remove(deletion, ACTOR, things.stream().map(removal).toList()));
  }

  /** The same for things that have others below them. */
  public <T> void forEachPage(
      StoredEvent deletion, Function<@Nullable T, List<T>> page, Consumer<List<T>> job) {
    followUps.awaitReadModels(deletion);
    for (var things = page.apply(null); !things.isEmpty(); things = page.apply(things.getLast())) {
      job.accept(things);
    }
  }

  /** Removes what has come to a tenant that is gone. */
  public void removeIfLate(StoredEvent creation, long tenantId, Object removal) {
    followUps.awaitReadModels(creation);
    if (!tenants.exists(tenantId)) {
      followUps.remove(creation, ACTOR, List.of(removal));
    }
  }
}
