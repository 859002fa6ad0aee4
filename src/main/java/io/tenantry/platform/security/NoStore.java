package io.tenantry.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/** Nobody keeps an answer of which its endpoint does not say how long it may be kept. */
final class NoStore implements HeaderWriter {

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    // what was said when it was given still holds of what is not modified
    if (response.getStatus() != HttpServletResponse.SC_NOT_MODIFIED
        && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
