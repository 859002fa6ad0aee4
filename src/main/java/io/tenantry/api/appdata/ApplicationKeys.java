package io.tenantry.api.appdata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The keys of an application. */
record ApplicationKeys(@JsonProperty("applicationKeys") List<Name> applicationKeys) {

  record Name(@JsonProperty("applicationId") String applicationId, String key) {}
}
