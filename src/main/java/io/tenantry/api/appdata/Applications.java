package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The applications that have keys. */
record Applications(List<Application> applications) {

  record Application(
      @JsonProperty("applicationId") @Schema(example = "netaxis") String applicationId) {}
}
