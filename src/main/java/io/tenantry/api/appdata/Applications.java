package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The applications that have keys. */
record Applications(List<Application> applications) {

  record Application(@JsonProperty("applicationId") String applicationId) {}
}
