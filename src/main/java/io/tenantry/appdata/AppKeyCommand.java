package io.tenantry.appdata;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked to happen to an app key. Fields are as the client sent them. */
public sealed interface AppKeyCommand extends OfOneTenant {

  String applicationId();

  String key();

  /** The stream of the app key's events. */
  @TargetAggregateIdentifier
  default String streamId() {
    return AppKeys.streamId(tenantId(), applicationId(), key());
  }

  @AllowedTo(Least.CONTRIBUTOR)
  record CreateAppKey(long tenantId, String applicationId, String key, @Nullable String data)
      implements AppKeyCommand {}

  /**
   * @param expectedVersions the versions on which it may be applied; null for any
   * @param create whether a missing key is created
   */
  @AllowedTo(Least.CONTRIBUTOR)
  record PutAppKey(
      long tenantId,
      String applicationId,
      String key,
      @Nullable Set<Long> expectedVersions,
      @Nullable String data,
      boolean create)
      implements AppKeyCommand {}

  /**
   * Deleting a key that is not there changes nothing.
   *
   * @param expectedVersions the versions on which it may be applied; null for any, a missing key
   *     included
   */
  @AllowedTo(Least.CONTRIBUTOR)
  record DeleteAppKey(
      long tenantId, String applicationId, String key, @Nullable Set<Long> expectedVersions)
      implements AppKeyCommand {}

  /**
   * What a command comes to.
   *
   * @param version the number of the key's events
   * @param appKey as it is now; null when there is none
   */
  record Result(
      long tenantId, String applicationId, String key, long version, @Nullable AppKeyView appKey) {}
}
