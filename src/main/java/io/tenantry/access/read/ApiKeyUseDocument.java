package io.tenantry.access.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * When an API key was used last. No event tells of it, so it is kept apart from the key.
 *
 * @param lastUsedAt epoch milliseconds, at which a minute begins
 */
@Document("api_key_uses")
@Table("api_key_uses")
record ApiKeyUseDocument(@Id long id, long lastUsedAt) {}
