package io.tenantry.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What {@code type} of a problem leads to: a page, or JSON for who prefers it. */
@RestController
@Tag(name = "Service", description = "What the service says of itself, to everybody.")
@OpenToAll
final class ProblemPages {

  record Explanation(
      @Schema(example = "/problems/conflict") String type,
      @Schema(example = "Conflict") String title,
      @Schema(example = "The request contradicts the state of things as it is now.")
          String meaning) {}

  @Hidden // told with the other
  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(@PathVariable String slug) {
    ProblemType type = find(slug);
    // the texts are our own constants: there is nothing in them to escape
    return Negotiated.answer(
        """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
    <body><h1>%1$s</h1><p>%2$s</p><p>The whole interface: <a href="/docs">/docs</a></p></body></html>
    """
            .formatted(type.title(), type.meaning()));
  }

  @Operation(operationId = "getProblem", summary = "What a kind of problem means")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML_VALUE))
  @GetMapping(path = "/problems/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Explanation> json(@PathVariable String slug) {
    ProblemType type = find(slug);
    return Negotiated.answer(new Explanation(type.uri(), type.title(), type.meaning()));
  }

  private static ProblemType find(String slug) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "there is no such kind of problem"));
  }
}
