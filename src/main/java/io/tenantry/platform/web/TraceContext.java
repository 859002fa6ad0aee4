package io.tenantry.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a request is part of, by W3C Trace Context. */
final class TraceContext {

  private static final Pattern PARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  private TraceContext() {}

  /** Null when there is none, or the header is none. */
  static @Nullable String traceId(HttpServletRequest request) {
    var headers = Collections.list(request.getHeaders("traceparent"));
    if (headers.size() != 1) {
      return null;
    }
    var parent = PARENT.matcher(headers.getFirst());
    if (!parent.matches() || isZero(parent.group(2)) || isZero(parent.group(3))) {
      return null;
    }
    String version = parent.group(1);
    // a version to come may say more, and ff is none
    boolean readable = version.equals("00") ? parent.group(4) == null : !version.equals("ff");
    return readable ? parent.group(2) : null;
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }
}
