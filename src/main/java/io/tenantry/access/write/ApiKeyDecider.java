package io.tenantry.access.write;

import static java.util.Objects.requireNonNullElse;

import io.tenantry.access.ApiKeyCommand;
import io.tenantry.access.ApiKeyCommand.ChangeApiKey;
import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyCommand.RevokeApiKey;
import io.tenantry.access.ApiKeyCommand.RotateApiKey;
import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyExpiryChanged;
import io.tenantry.access.events.ApiKeyRenamed;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.access.events.ApiKeyRoleChanged;
import io.tenantry.access.events.ApiKeyRotated;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Role;
import io.tenantry.kernel.Versions;
import io.tenantry.kernel.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule book of an API key. */
final class ApiKeyDecider {

  // who rotates the key it bears must be able to ask again when the answer is lost
  private static final long OWN_GRACE = 30;

  private ApiKeyDecider() {}

  /**
   * @return what happens; nothing when the command changes nothing
   * @throws Refusal INVALID, ALREADY_EXISTS, NOT_FOUND or PRECONDITION_FAILED
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
    ApiKeyRules.role(v, c.role());
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
            requireNonNullElse(c.name(), "").strip(),
            requireNonNullElse(c.role(), Role.CONTRIBUTOR.word()),
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
    if (c.name() != null) {
      ApiKeyRules.name(v, c.name());
    }
    ApiKeyRules.role(v, c.role());
    // clients send back what they read: an end that holds may be past. Of a key that is not the
    // tenant's nothing holds, or the answer would tell of it
    boolean holds = Objects.equals(c.expiresAt(), seconds(visible(state, c)));
    ApiKeyRules.expiry(v, c.expiresAt(), holds ? null : c.now());
    v.refuse();
    return changes(existing(state, c, c.expectedVersions()), c);
  }

  private static List<ApiKeyEvent> changes(ApiKeyView key, ChangeApiKey c) {
    var events = new ArrayList<ApiKeyEvent>();
    if (c.name() != null && !c.name().strip().equals(key.name())) {
      events.add(new ApiKeyRenamed(c.keyId(), c.tenantId(), c.name().strip()));
    }
    if (c.role() != null && !c.role().equals(key.role().word())) {
      events.add(new ApiKeyRoleChanged(c.keyId(), c.tenantId(), c.role()));
    }
    if (c.expiresAt() != null && !Objects.equals(end(c.expiresAt()), seconds(key))) {
      events.add(new ApiKeyExpiryChanged(c.keyId(), c.tenantId(), end(c.expiresAt())));
    }
    return events;
  }

  private static List<ApiKeyEvent> rotate(ApiKeyState state, RotateApiKey c) {
    var v = new Violations();
    ApiKeyRules.grace(v, c.graceSeconds());
    v.refuse();
    existing(state, c, c.expectedVersions());
    long grace = Math.max(requireNonNullElse(c.graceSeconds(), 0L), c.byItself() ? OWN_GRACE : 0);
    return List.of(
        new ApiKeyRotated(
            c.keyId(),
            c.tenantId(),
            c.secret().hash(),
            c.secret().start(),
            c.secret().end(),
            c.now().plusSeconds(grace).toEpochMilli()));
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
