package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/** Small readings of a request that several places need. */
final class Requests {

  private Requests() {}

  static HttpServletRequest servlet(NativeWebRequest request) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return servlet;
  }

  /** The value of a header that may be there once; null when it is absent. */
  static @Nullable String single(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    if (values.size() > 1) {
      throw Unreadable.because(header, "must be there once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }
}
