package io.tenantry.api.idempotency;

import io.tenantry.kernel.Outcome;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where what commands are about can be read. */
final class ResourcePaths {

  private ResourcePaths() {}

  static String of(Outcome outcome) {
    var tenant = "/api/v1/tenants/" + outcome.tenantId();
    return switch (outcome.kind()) {
      case TENANT -> tenant;
      case MODEL -> "/v1/tenant/models" + names(outcome);
      case APP_KEY -> tenant + "/properties/applications" + names(outcome);
      case API_KEY -> tenant + "/api-keys" + names(outcome);
    };
  }

  private static String names(Outcome outcome) {
    var path = new StringBuilder();
    for (var name : outcome.names()) {
      path.append('/').append(UriUtils.encode(name, StandardCharsets.UTF_8));
    }
    return path.toString();
  }
}
