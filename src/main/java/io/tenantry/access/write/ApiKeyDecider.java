package io.tenantry.access.write;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.FormerSecret;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Names;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Role;
import io.tenantry.kernel.Versions;
import io.tenantry.kernel.Violations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule book of an API key. */
final class ApiKeyDecider {

  // who rotates the key it bears must be able to ask again when the answer is lost
  private static final long OWN_GRACE = 30;
  // former secrets that may be good at a time; those of a key that rotates itself without asking
  // for a grace come on top of them
  private static final int GRACES = 5;

  private ApiKeyDecider() {}

  /**
   * @return what happens; nothing when the command changes nothing
   * @throws Refusal INVALID, ALREADY_EXISTS, NOT_FOUND, PRECONDITION_FAILED or CONFLICT
   */
  static List<ApiKeyEvent> decide(ApiKeyState state, ApiKeyCommand command) {
    return switch (command) {
      case CreateApiKey c -> create(state, c);
      case ChangeApiKey c -> change(state, c);
      case RotateApiKey c -> rotate(state, c);
      case RevokeApiKey c -> {
        existing(state, c, c.expectedVersions());
        yield List.of(new ApiKeyRevoked(c.keyId(), c.tenantId()));
      }
    };
  }

  private static List<ApiKeyEvent> create(ApiKeyState state, CreateApiKey c) {
    var v = new Violations();
    ApiKeyRules.name(v, c.name());
    ApiKeyRules.role(v, c.role(), c.fullAccess());
    ApiKeyRules.expiry(v, c.expiresAt(), c.now());
    ApiKeyRules.entries(v, "knowledge_base_ids", c.knowledgeBaseIds());
    ApiKeyRules.entries(v, "capabilities", c.capabilities());
    v.refuse();
    if (state.last() != null) {
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "the API key " + c.keyId() + " exists");
    }
    return List.of(
        new ApiKeyCreated(
            c.keyId(),
            c.tenantId(),
            Names.trimmed(c.name()),
            requireNonNullElse(c.role(), word(Boolean.TRUE.equals(c.fullAccess()))),
            c.secret().hash(),
            c.secret().start(),
            c.secret().end(),
            end(c.expiresAt()),
            requireNonNullElse(c.knowledgeBaseIds(), List.of()),
            requireNonNullElse(c.capabilities(), List.of()),
            c.first()));
  }

  private static List<ApiKeyEvent> change(ApiKeyState state, ChangeApiKey c) {
    var v = new Violations();
    // clients send back what they read: a name that holds may be older than the rules, an end may
    // be past. Of a key that is not the tenant's nothing holds, or the answer would tell of it
    var key = visible(state, c);
    var name = Names.changed(c.name(), key == null ? null : key.name());
    if (name != null) {
      ApiKeyRules.name(v, name);
    }
    ApiKeyRules.role(v, c.role(), c.fullAccess());
    boolean holds = Objects.equals(c.expiresAt(), seconds(key));
    ApiKeyRules.expiry(v, c.expiresAt(), holds ? null : c.now());
    if (key != null) {
      ApiKeyRules.fixed(v, c.fixed(), key);
    }
    v.refuse();
    return changes(existing(state, c, c.expectedVersions()), c);
  }

  private static List<ApiKeyEvent> changes(ApiKeyView key, ChangeApiKey c) {
    var events = new ArrayList<ApiKeyEvent>();
    var name = Names.changed(c.name(), key.name());
    if (name != null && !Names.trimmed(name).equals(key.name())) {
      events.add(new ApiKeyRenamed(c.keyId(), c.tenantId(), Names.trimmed(name)));
    }
    var role = role(key, c);
    if (!role.equals(key.role().word())) {
      events.add(new ApiKeyRoleChanged(c.keyId(), c.tenantId(), role));
    }
    if (c.expiresAt() != null && !Objects.equals(end(c.expiresAt()), seconds(key))) {
      events.add(new ApiKeyExpiryChanged(c.keyId(), c.tenantId(), end(c.expiresAt())));
    }
    return events;
  }

  private static String role(ApiKeyView key, ChangeApiKey c) {
    if (c.role() != null) {
      return c.role();
    }
    Boolean admin = c.fullAccess();
    if (admin == null || admin == (key.role() == Role.ADMIN)) {
      return key.role().word();
    }
    return word(admin);
  }

  private static String word(boolean fullAccess) {
    return (fullAccess ? Role.ADMIN : Role.CONTRIBUTOR).word();
  }

  private static List<ApiKeyEvent> rotate(ApiKeyState state, RotateApiKey c) {
    var v = new Violations();
    ApiKeyRules.grace(v, c.graceSeconds());
    v.refuse();
    var key = existing(state, c, c.expectedVersions());
    if (key.hasEnded(c.now())) {
      throw Refusal.of(
          RefusalCode.CONFLICT,
          "the API key expired at %s; change its expiry first, a new secret would be dead too"
              .formatted(key.expiresAt()));
    }
    long asked = requireNonNullElse(c.graceSeconds(), 0L);
    long grace = Math.max(asked, c.byItself() ? OWN_GRACE : 0);
    if (grace > 0) {
      requireRoom(key, asked == 0 ? ApiKeyView.FORMER_KEPT : GRACES, c.now());
    }
    return List.of(
        new ApiKeyRotated(
            c.keyId(),
            c.tenantId(),
            c.secret().hash(),
            c.secret().start(),
            c.secret().end(),
            c.now().plusSeconds(grace).toEpochMilli()));
  }

  /** A former secret keeps the grace that it was given: no later one pushes it out. */
  private static void requireRoom(ApiKeyView key, int most, Instant now) {
    var ends =
        key.former().stream().map(FormerSecret::until).filter(now::isBefore).sorted().toList();
    if (ends.size() >= most) {
      var free = ends.get(ends.size() - most);
      throw Refusal.of(
          RefusalCode.CONFLICT,
          "%d former secrets of the API key are still good; there is room for another at %s, or at once when another credential rotates it with grace_seconds 0, which ends all of them"
              .formatted(ends.size(), free),
          Map.of("free_at", free.toString()));
    }
  }

  private static ApiKeyView existing(
      ApiKeyState state, ApiKeyCommand command, @Nullable Set<Long> expectedVersions) {
    var key = visible(state, command);
    if (key == null) {
      throw Refusal.of(RefusalCode.NOT_FOUND, "there is no such API key");
    }
    Versions.require(expectedVersions, key.version());
    return key;
  }

  private static @Nullable ApiKeyView visible(ApiKeyState state, ApiKeyCommand command) {
    var key = state.living();
    return key == null || key.tenantId() != command.tenantId() ? null : key;
  }

  /** Clients write 0 for never, events have null. */
  private static @Nullable Long end(@Nullable Long expiresAt) {
    return expiresAt == null || expiresAt == 0 ? null : expiresAt;
  }

  private static @Nullable Long seconds(@Nullable ApiKeyView key) {
    return key == null || key.expiresAt() == null ? null : key.expiresAt().getEpochSecond();
  }
}
