package io.tenantry.appdata.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An application, which exists while it has a key.
 *
 * @param position of the last event that was counted: counting twice would not be idempotent
 */
@Document("applications")
@CompoundIndex(name = "tenant_applications", def = "{'tenantId': 1, 'applicationId': 1}")
@Table("applications")
record ApplicationDocument(
    @Id String id, long tenantId, String applicationId, long keyCount, long position) {

  static String id(long tenantId, String applicationId) {
    return tenantId + ":" + applicationId;
  }
}
