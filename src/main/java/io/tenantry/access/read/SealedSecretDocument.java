package io.tenantry.access.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A secret that can be shown again for a while. No event tells of it, and nobody can read it here.
 *
 * @param id the hash of the secret
 * @param content what is sealed, in Base64
 * @param expiresAt epoch milliseconds, from which on it is opened no more
 */
@Document("sealed_secrets")
@Table("sealed_secrets")
record SealedSecretDocument(@Id String id, String content, @Indexed long expiresAt) {}
