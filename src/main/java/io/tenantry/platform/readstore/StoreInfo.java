package io.tenantry.platform.readstore;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** What a read store says about itself. */
@Document("store_info")
@Table("store_info")
record StoreInfo(@Id String name, String content) {

  static final String EVENT_STORE_ID = "event-store-id";

  /** The name under which the version of a projection is noted. */
  static String versionOf(String processor) {
    return "version:" + processor;
  }
}
