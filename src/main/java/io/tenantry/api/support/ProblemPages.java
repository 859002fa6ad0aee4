package io.tenantry.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What {@code type} of a problem leads to: a page, or JSON for who prefers it. */
@RestController
@Hidden
@OpenToAll
final class ProblemPages {

  record Explanation(String type, String title, String meaning) {}

  @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable String slug) {
    ProblemType type = find(slug);
    // the texts are our own constants: there is nothing in them to escape
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
    <body><h1>%1$s</h1><p>%2$s</p><p>The whole interface: <a href="/docs">/docs</a></p></body></html>
    """
        .formatted(type.title(), type.meaning());
  }

  @GetMapping(path = "/problems/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
  Explanation json(@PathVariable String slug) {
    ProblemType type = find(slug);
    return new Explanation(type.uri(), type.title(), type.meaning());
  }

  private static ProblemType find(String slug) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "there is no such kind of problem"));
  }
}
