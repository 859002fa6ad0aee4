package io.tenantry.api.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.tenantry.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the requests under one idempotency key apart: SHA-256 of method, path, query, the tenant
 * and the condition that the headers name, and of what the body says.
 */
final class Fingerprint {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

  private Fingerprint() {}

  /** The same for two spellings of one URL (RFC 3986, 6.2.2). */
  static String of(HttpServletRequest request) throws IOException {
    // a query is read as a form, in which a plus sign is a space
    return of(request, normalized(path(request)), normalized(query(request)).replace("+", "%20"));
  }

  /** As versions up to 0.1.0 recorded it: with the URL as it was spelled. */
  static String asSpelled(HttpServletRequest request) throws IOException {
    return of(request, path(request), query(request));
  }

  private static String of(HttpServletRequest request, String path, String query)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    add(digest, request.getMethod());
    add(digest, path);
    add(digest, query);
    add(digest, requireNonNullElse(request.getHeader(Tenancy.HEADER), ""));
    add(digest, String.join(",", Collections.list(request.getHeaders(IfMatch.HEADER))));
    digest.update(BodyReader.digest(request));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** As it was sent; one slash more at its end is the same path. */
  static String path(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(HttpServletRequest request) {
    return requireNonNullElse(request.getQueryString(), "");
  }

  private static String normalized(String encoded) {
    return ESCAPE
        .matcher(encoded)
        .replaceAll(
            escape -> {
              String digits = escape.group().substring(1).toUpperCase(Locale.ROOT);
              String character = Character.toString(HexFormat.fromHexDigits(digits));
              return UNRESERVED.matcher(character).matches() ? character : "%" + digits;
            });
  }

  /** With its length, so that no two lists of parts look the same. */
  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
