package io.tenantry.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says to who stumbles upon the address what this is and where to read on. */
@RestController
@Tag(name = "Service")
@OpenToAll
final class Home {

  record Page(
      @Schema(example = "Tenantry") String name,
      @Schema(example = "Tenants, their models and their app keys") String description,
      @Schema(example = "/docs") String documentation,
      @Schema(example = "/openapi.json") String openapi,
      @Schema(example = "/actuator/health/readiness") String health) {}

  private static final Page PAGE =
      new Page(
          "Tenantry",
          "Tenants, their models and their app keys",
          "/docs",
          "/openapi.json",
          "/actuator/health/readiness");

  @Operation(operationId = "getHome", summary = "What this is, and where its documents are")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML_VALUE))
  @GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Envelope<Page>> home() {
    return Negotiated.answer(Envelope.of(PAGE));
  }

  @Hidden // told with the other
  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    return Negotiated.answer(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
        <body><h1>%1$s</h1><p>%2$s</p>
        <ul><li><a href="%3$s">The interface</a></li>
        <li><a href="%4$s">The same as OpenAPI</a></li>
        <li><a href="%5$s">Whether it is ready</a></li></ul></body></html>
        """
            .formatted(
                PAGE.name(),
                PAGE.description(),
                PAGE.documentation(),
                PAGE.openapi(),
                PAGE.health()));
  }
}
