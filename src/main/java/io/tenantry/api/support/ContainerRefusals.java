package io.tenantry.api.support;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Says of what the container has refused by a mere status which part of the request is wrong. */
final class ContainerRefusals {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_IMPLEMENTED = 501;
  private static final String CONNECT = "CONNECT";
  private static final int VERSION_NOT_SUPPORTED = 505;

  /** What the container does not decode in a path: slash and backslash. */
  private static final Pattern AMBIGUOUS = Pattern.compile("%(2f|5c)", Pattern.CASE_INSENSITIVE);

  private ContainerRefusals() {}

  /**
   * @param cause null when there is none but the request itself
   */
  static Refusal of(HttpServletRequest request, int status, @Nullable Throwable cause) {
    if (status == BAD_REQUEST && cause instanceof IOException) {
      return Unreadable.because("body", "is not whole, or its chunks are malformed");
    }
    if (status == BAD_REQUEST && !isUnambiguous(request.getRequestURI())) {
      return Unreadable.because(
          "path", "must be percent-encoded UTF-8 without %00, %2F or %5C in it");
    }
    if (status == NOT_IMPLEMENTED && CONNECT.equals(request.getMethod())) {
      // it names no path but an address, at which this server can do nothing
      return Refusal.of(
          RefusalCode.METHOD_NOT_ALLOWED, "this server is not a proxy", Map.of(Problems.ALLOW, ""));
    }
    if (status == NOT_IMPLEMENTED && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      return Unreadable.because(HttpHeaders.TRANSFER_ENCODING, "must be chunked");
    }
    if (status == VERSION_NOT_SUPPORTED) {
      return Refusal.of(RefusalCode.UNREADABLE, "the version of HTTP must be 1.1 or 1.0");
    }
    return Failures.ofStatus(status);
  }

  private static boolean isUnambiguous(@Nullable String path) {
    return path == null || (Text.percentDecoded(path) != null && !AMBIGUOUS.matcher(path).find());
  }
}
