package io.tenantry.appdata.read;

import io.tenantry.appdata.AppKeyView;
import io.tenantry.projection.Versioned;
import io.tenantry.projection.Weighed;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** What an app key holds; read by its id alone, which is the id of its stream. */
@Document("app_keys")
@Table("app_keys")
record AppKeyDocument(
    @Id String id, long tenantId, String applicationId, String keyName, String data, long version)
    implements Versioned, Weighed {

  static AppKeyDocument of(String id, AppKeyView appKey) {
    return new AppKeyDocument(
        id,
        appKey.tenantId(),
        appKey.applicationId(),
        appKey.key(),
        appKey.data(),
        appKey.version());
  }

  @Override
  public int bytes() {
    return Weighed.bytesOf(applicationId, keyName, data);
  }

  AppKeyView view() {
    return new AppKeyView(tenantId, applicationId, keyName, data, version);
  }
}
