package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantry.appdata.AppKeyView;

/** An app key as it is shown. */
record AppKeyData(@JsonProperty("applicationId") String applicationId, String key, String data) {

  static AppKeyData of(AppKeyView appKey) {
    return new AppKeyData(appKey.applicationId(), appKey.key(), appKey.data());
  }
}
