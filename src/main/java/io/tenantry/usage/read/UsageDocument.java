package io.tenantry.usage.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a tenant stores.
 *
 * @param position of the last event that was counted: counting twice would not be idempotent
 */
@Document("usage")
@Table("usage")
record UsageDocument(@Id long id, long bytes, long position) {}
