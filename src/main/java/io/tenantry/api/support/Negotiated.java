package io.tenantry.api.support;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers that are HTML for who prefers it, and JSON for all others. */
final class Negotiated {

  private Negotiated() {}

  static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT).body(body);
  }
}
