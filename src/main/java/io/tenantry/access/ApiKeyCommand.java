package io.tenantry.access;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.ChangesAccess;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked to happen to an API key. Fields are as the client sent them; secrets are not
 * among them, but what is kept of them. Each answers an {@link ApiKeyView}.
 */
public sealed interface ApiKeyCommand extends ChangesAccess {

  long keyId();

  /** The stream of the key's events. */
  @TargetAggregateIdentifier
  default String streamId() {
    return streamId(keyId());
  }

  /** The stream of that one's events. */
  static String streamId(long keyId) {
    return "apikey:" + keyId;
  }

  /**
   * @param role null for {@code contributor}, or {@code admin} when fullAccess is true
   * @param fullAccess whether the role is {@code admin}; null when only the role says so
   * @param expiresAt seconds since 1970; null or 0 for never
   * @param first whether it comes with its tenant
   * @param now which the end must lie after
   */
  @AllowedTo(Least.ADMIN)
  record CreateApiKey(
      long keyId,
      long tenantId,
      KeySecret secret,
      @Nullable String name,
      @Nullable String role,
      @Nullable Boolean fullAccess,
      @Nullable Long expiresAt,
      @Nullable List<String> knowledgeBaseIds,
      @Nullable List<String> capabilities,
      boolean first,
      Instant now)
      implements ApiKeyCommand {}

  /**
   * Null leaves a field as it is.
   *
   * @param expectedVersions the versions on which it may be applied; null for any
   * @param fullAccess true makes the key an {@code admin}; false makes an {@code admin} a {@code
   *     contributor}
   * @param expiresAt seconds since 1970; 0 for never
   * @param fixed fields that cannot be changed, as the client has read them
   * @param now which a new end must lie after
   */
  @AllowedTo(Least.ADMIN)
  record ChangeApiKey(
      long keyId,
      long tenantId,
      @Nullable Set<Long> expectedVersions,
      @Nullable String name,
      @Nullable String role,
      @Nullable Boolean fullAccess,
      @Nullable Long expiresAt,
      Fixed fixed,
      Instant now)
      implements ApiKeyCommand {

    /**
     * Each must be the current value, or null.
     *
     * @param expiresAt a time of RFC 3339
     */
    public record Fixed(
        @Nullable List<String> knowledgeBaseIds,
        @Nullable List<String> capabilities,
        @Nullable String expiresAt) {

      public static final Fixed NOTHING = new Fixed(null, null, null);
    }
  }

  /**
   * @param expectedVersions the versions on which it may be applied; null for any
   * @param graceSeconds how long the secret of now stays good; null for 0
   * @param byItself whether the key's own bearer asks, who must be able to ask again if the answer
   *     is lost
   */
  @AllowedTo(Least.ADMIN)
  record RotateApiKey(
      long keyId,
      long tenantId,
      @Nullable Set<Long> expectedVersions,
      KeySecret secret,
      @Nullable Long graceSeconds,
      boolean byItself,
      Instant now)
      implements ApiKeyCommand {}

  /**
   * @param expectedVersions the versions on which it may be applied; null for any
   */
  @AllowedTo(Least.ADMIN)
  record RevokeApiKey(long keyId, long tenantId, @Nullable Set<Long> expectedVersions)
      implements ApiKeyCommand {}
}
