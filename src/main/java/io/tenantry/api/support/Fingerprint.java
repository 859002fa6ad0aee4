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

/**
 * Tells the requests under one idempotency key apart: SHA-256 of method, path, query, the tenant
 * and the condition that the headers name, and of what the body says.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(HttpServletRequest request) throws IOException {
    MessageDigest digest = Sha256.digest();
    add(digest, request.getMethod());
    add(digest, path(request));
    add(digest, requireNonNullElse(request.getQueryString(), ""));
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

  /** With its length, so that no two lists of parts look the same. */
  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
