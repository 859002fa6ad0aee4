package io.tenantry.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says to who stumbles upon the address what this is and where to read on. */
@RestController
@Hidden
@OpenToAll
final class Home {

  record Page(String name, String documentation, String openapi, String health) {}

  @GetMapping("/")
  Envelope<Page> home() {
    return Envelope.of(
        new Page("Tenantry", "/docs", "/openapi.json", "/actuator/health/readiness"));
  }
}
