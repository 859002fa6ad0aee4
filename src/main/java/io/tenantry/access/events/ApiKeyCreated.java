package io.tenantry.access.events;

import io.tenantry.kernel.StoredName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key has come. Of its secret a hash alone is stored, and what makes it recognizable.
 *
 * @param role such as {@code viewer}
 * @param secretHash SHA-256 of the secret part, in hexadecimal digits
 * @param secretStart the first four characters of the secret part
 * @param secretEnd its last four
 * @param expiresAt seconds since 1970; null for never
 * @param knowledgeBaseIds as the client gave them; Tenantry makes nothing of them
 * @param capabilities likewise
 * @param first whether it came with its tenant
 */
@StoredName("apikey.created")
public record ApiKeyCreated(
    long keyId,
    long tenantId,
    String name,
    String role,
    String secretHash,
    String secretStart,
    String secretEnd,
    @Nullable Long expiresAt,
    List<String> knowledgeBaseIds,
    List<String> capabilities,
    boolean first)
    implements ApiKeyEvent {}
