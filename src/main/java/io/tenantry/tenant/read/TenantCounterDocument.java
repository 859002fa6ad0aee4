package io.tenantry.tenant.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What is known of all tenants together, the deleted ones included.
 *
 * @param highestTenantId no tenant has had a higher one
 */
@Document("tenant_counter")
@Table("tenant_counter")
record TenantCounterDocument(@Id String id, long highestTenantId) {

  static final String ID = "tenants";
}
