package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tenantry.appdata.AppKeyView;

/** An app key as it is shown. */
@Schema(name = "AppKey")
record AppKeyData(
    @JsonProperty("applicationId") @Schema(example = "netaxis") String applicationId,
    @Schema(example = "coffee") String key,
    @Schema(example = "Lavazza is great") String data) {

  static AppKeyData of(AppKeyView appKey) {
    return new AppKeyData(appKey.applicationId(), appKey.key(), appKey.data());
  }
}
