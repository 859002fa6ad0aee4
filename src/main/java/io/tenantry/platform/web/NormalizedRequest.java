package io.tenantry.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A request as the endpoints expect it: its path without a trailing slash; a semicolon part of the
 * name it stands in, where Spring would cut it off as a path parameter; for app keys, the media
 * type without the quotes in which their document prints it; and {@link Acceptable} answers.
 */
final class NormalizedRequest extends HttpServletRequestWrapper {

  private final String path;
  private final @Nullable String contentType;
  private final Acceptable acceptable;

  NormalizedRequest(HttpServletRequest request) {
    super(request);
    String sent = request.getRequestURI().replace(";", "%3B");
    path = sent.length() > 1 && sent.endsWith("/") ? sent.substring(0, sent.length() - 1) : sent;
    String type = request.getContentType();
    acceptable = Acceptable.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    contentType = type != null && ofAppKeys(path) ? unquoted(type) : type;
  }

  private static boolean ofAppKeys(String path) {
    String[] parts = path.split("/", 7);
    return parts.length > 5 && path.startsWith("/api/v1/tenants/") && parts[5].equals("properties");
  }

  private static String unquoted(String type) {
    boolean quoted = type.length() > 2 && type.startsWith("\"") && type.endsWith("\"");
    return quoted ? type.substring(1, type.length() - 1) : type;
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  /** Whether the client has said that no answer at all will do. */
  boolean acceptsNothing() {
    return acceptable.nothing();
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (!name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
      return super.getHeader(name);
    }
    return acceptable.values().isEmpty() ? null : acceptable.values().getFirst();
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
        ? Collections.enumeration(acceptable.values())
        : super.getHeaders(name);
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }
}
