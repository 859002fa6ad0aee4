package io.tenantry.access;

import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API key at one version.
 *
 * @param former replaced secrets that may still be good, newest first
 * @param expiresAt null for never
 * @param first whether it came with its tenant
 * @param version the number of its events
 */
public record ApiKeyView(
    long id,
    long tenantId,
    String name,
    Role role,
    KeySecret secret,
    List<FormerSecret> former,
    @Nullable Instant expiresAt,
    List<String> knowledgeBaseIds,
    List<String> capabilities,
    boolean first,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** The most former secrets that are kept; events that make more push out the oldest. */
  public static final int FORMER_KEPT = 10;

  public static ApiKeyView of(ApiKeyCreated e, Instant at) {
    return new ApiKeyView(
        e.keyId(),
        e.tenantId(),
        e.name(),
        role(e.role()),
        new KeySecret(e.secretHash(), e.secretStart(), e.secretEnd()),
        List.of(),
        instant(e.expiresAt()),
        List.copyOf(e.knowledgeBaseIds()),
        List.copyOf(e.capabilities()),
        e.first(),
        1,
        at,
        at);
  }

  /** The key once the next event has happened to it. */
  public ApiKeyView after(ApiKeyEvent event, Instant at) {
    return switch (event) {
      case ApiKeyCreated e -> throw new IllegalStateException("created twice: " + id);
      case ApiKeyRenamed e -> next(e.name(), role, secret, former, expiresAt, at);
      case ApiKeyRoleChanged e -> next(name, role(e.role()), secret, former, expiresAt, at);
      case ApiKeyExpiryChanged e -> next(name, role, secret, former, instant(e.expiresAt()), at);
      case ApiKeyRotated e ->
          next(
              name,
              role,
              new KeySecret(e.secretHash(), e.secretStart(), e.secretEnd()),
              formerAfter(Instant.ofEpochMilli(e.formerUntil()), at),
              expiresAt,
              at);
      case ApiKeyRevoked e -> next(name, role, secret, List.of(), expiresAt, at);
    };
  }

  /**
   * Whether the bearer of that token is let in.
   *
   * @param now after which neither the key nor a former secret must have ended
   */
  public boolean admits(ApiKeyToken token, Instant now) {
    // all are compared: time tells neither which nor how many there are
    String presented = token.kept().hash();
    boolean known = KeySecret.isEqual(secret.hash(), presented);
    for (FormerSecret one : former) {
      known |= KeySecret.isEqual(one.hash(), presented) & now.isBefore(one.until());
    }
    return known & token.keyId() == id & !hasEnded(now);
  }

  public boolean hasEnded(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  private List<FormerSecret> formerAfter(Instant until, Instant at) {
    var all = new ArrayList<FormerSecret>();
    all.add(new FormerSecret(secret.hash(), until));
    for (FormerSecret one : former) {
      all.add(new FormerSecret(one.hash(), one.until().isBefore(until) ? one.until() : until));
    }
    return all.stream().filter(one -> one.until().isAfter(at)).limit(FORMER_KEPT).toList();
  }

  private ApiKeyView next(
      String name,
      Role role,
      KeySecret secret,
      List<FormerSecret> former,
      @Nullable Instant expiresAt,
      Instant at) {
    return new ApiKeyView(
        id,
        tenantId,
        name,
        role,
        secret,
        former,
        expiresAt,
        knowledgeBaseIds,
        capabilities,
        first,
        version + 1,
        createdAt,
        at);
  }

  private static Role role(String word) {
    return Objects.requireNonNull(Role.of(word), "a role that was stored");
  }

  private static @Nullable Instant instant(@Nullable Long seconds) {
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }
}
