package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The keys of an application. */
record ApplicationKeys(@JsonProperty("applicationKeys") List<Name> applicationKeys) {

  @Schema(name = "AppKeyName")
  record Name(
      @JsonProperty("applicationId") @Schema(example = "netaxis") String applicationId,
      @Schema(example = "coffee") String key) {}
}
