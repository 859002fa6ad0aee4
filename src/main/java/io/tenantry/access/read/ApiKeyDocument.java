package io.tenantry.access.read;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.FormerSecret;
import io.tenantry.access.KeySecret;
import io.tenantry.kernel.Role;
import io.tenantry.projection.JsonList;
import io.tenantry.projection.Versioned;
import io.tenantry.projection.Weighed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An API key as it is read. Times are epoch milliseconds; lists are JSON.
 *
 * @param former secrets that were replaced, and until when they are good
 * @param first whether it came with its tenant
 */
@Document("api_keys")
@CompoundIndex(name = "tenant_api_keys", def = "{'tenantId': 1, '_id': 1}")
@CompoundIndex(name = "first_api_keys", def = "{'tenantId': 1, 'first': 1}")
@Table("api_keys")
record ApiKeyDocument(
    @Id long id,
    long tenantId,
    String name,
    String role,
    String secretHash,
    String secretStart,
    String secretEnd,
    String former,
    @Nullable Long expiresAt,
    String knowledgeBaseIds,
    String capabilities,
    boolean first,
    long version,
    long createdAt,
    long updatedAt)
    implements Versioned, Weighed {

  private record Former(String hash, long until) {}

  private static final JsonList<Former> SECRETS = new JsonList<>(Former.class);
  private static final JsonList<String> TEXTS = new JsonList<>(String.class);

  static ApiKeyDocument of(ApiKeyView key) {
    return new ApiKeyDocument(
        key.id(),
        key.tenantId(),
        key.name(),
        key.role().name(),
        key.secret().hash(),
        key.secret().start(),
        key.secret().end(),
        SECRETS.write(former(key.former())),
        key.expiresAt() == null ? null : key.expiresAt().toEpochMilli(),
        TEXTS.write(key.knowledgeBaseIds()),
        TEXTS.write(key.capabilities()),
        key.first(),
        key.version(),
        key.createdAt().toEpochMilli(),
        key.updatedAt().toEpochMilli());
  }

  private static List<Former> former(List<FormerSecret> secrets) {
    return secrets.stream().map(one -> new Former(one.hash(), one.until().toEpochMilli())).toList();
  }

  ApiKeyView view() {
    return new ApiKeyView(
        id,
        tenantId,
        name,
        Role.valueOf(role),
        secret(),
        SECRETS.read(former).stream()
            .map(one -> new FormerSecret(one.hash(), Instant.ofEpochMilli(one.until())))
            .toList(),
        expiresAt == null ? null : Instant.ofEpochMilli(expiresAt),
        TEXTS.read(knowledgeBaseIds),
        TEXTS.read(capabilities),
        first,
        version,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(updatedAt));
  }

  @Override
  public int bytes() {
    return Weighed.bytesOf(name, former, knowledgeBaseIds, capabilities);
  }

  KeySecret secret() {
    return new KeySecret(secretHash, secretStart, secretEnd);
  }
}
