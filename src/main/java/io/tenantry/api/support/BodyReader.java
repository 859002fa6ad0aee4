package io.tenantry.api.support;

import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.RequestMemory;
import io.tenantry.kernel.Sha256;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;

/** Reads a request's body once, within the limit, in the media types that are allowed. */
final class BodyReader {

  /** 1 MiB for what is stored, and room for what is around it. */
  static final int BYTES_AT_MOST = (1 << 20) + (64 << 10);

  /** While a body is read it is there in pieces and as a whole. */
  private static final long COPIES = 2;

  private static final String ATTRIBUTE = BodyReader.class.getName();
  private static final String REFUSED = BodyReader.class.getName() + ".refused";
  private static final String DIGEST = BodyReader.class.getName() + ".digest";

  private BodyReader() {}

  /** Null when the body is empty. */
  static @Nullable JsonBody read(HttpServletRequest request, String[] allowed) throws IOException {
    if (request.getAttribute(ATTRIBUTE) instanceof JsonBody known) {
      return known;
    }
    try {
      byte[] bytes = bytes(request);
      return bytes.length < RequestMemory.SMALL
          ? read(request, bytes, allowed)
          : CostlyWork.run(() -> read(request, bytes, allowed));
    } catch (Refusal e) {
      if (e.code() == RefusalCode.UNAVAILABLE) {
        request.setAttribute(REFUSED, e);
      }
      throw e;
    }
  }

  private static @Nullable JsonBody read(
      HttpServletRequest request, byte[] bytes, String[] allowed) {
    note(request, bytes);
    if (bytes.length == 0) {
      return null;
    }
    if (Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).size() > 1) {
      throw Unreadable.because(HttpHeaders.CONTENT_TYPE, "must be there once");
    }
    List<String> encodings = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING));
    if (!encodings.stream().allMatch(each -> each.strip().equalsIgnoreCase("identity"))) {
      throw Refusal.of(
          RefusalCode.UNSUPPORTED_MEDIA_TYPE, "a body with a Content-Encoding is not read here");
    }
    String mediaType = mediaType(request.getContentType(), allowed);
    String text = Text.utf8(bytes);
    RequestMemory.giveBack(Part.BODY);
    if (text == null) {
      throw Unreadable.because("body", "is not UTF-8");
    }
    JsonBody body = new JsonBody(mediaType, JsonTree.read(text));
    request.setAttribute(ATTRIBUTE, body);
    return body;
  }

  /** SHA-256 of what the body says, also where the endpoint makes no use of it. */
  static byte[] digest(HttpServletRequest request) throws IOException {
    if (request.getAttribute(REFUSED) instanceof Refusal refused) {
      // what it said was not read, and cannot be any more
      throw refused;
    }
    if (!(request.getAttribute(DIGEST) instanceof byte[])) {
      note(request, bytes(request));
    }
    return (byte[]) request.getAttribute(DIGEST);
  }

  /** At once, so that the bytes need not be kept until somebody asks. */
  private static void note(HttpServletRequest request, byte[] bytes) {
    if (KeyedRequest.of(request) != null) {
      request.setAttribute(DIGEST, digest(bytes));
    }
  }

  private static byte[] digest(byte[] bytes) {
    String text = Text.utf8(bytes);
    try {
      return text == null || text.isEmpty()
          ? Sha256.digest().digest(bytes)
          : CanonicalJson.digest(text);
    } catch (JacksonException e) {
      // nobody reads it as JSON, so it says what it is
      return Sha256.digest().digest(bytes);
    }
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > BYTES_AT_MOST) {
      throw tooLarge();
    }
    var body = request.getInputStream();
    byte[] first =
        hasArrived(request, body)
            ? body.readNBytes(RequestMemory.SMALL)
            : CostlyWork.whileWaiting(() -> body.readNBytes(RequestMemory.SMALL));
    if (first.length < RequestMemory.SMALL) {
      return first;
    }
    // not before its first bytes are there: who sends none takes no room
    CostlyWork.enter();
    long announced = request.getContentLengthLong();
    RequestMemory.take(Part.BODY, COPIES * (announced < 0 ? BYTES_AT_MOST : announced));
    byte[] rest = body.readNBytes(BYTES_AT_MOST + 1 - first.length);
    if (first.length + rest.length > BYTES_AT_MOST) {
      throw tooLarge();
    }
    byte[] bytes = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, bytes, first.length, rest.length);
    RequestMemory.take(Part.TREE, JsonWeight.of(bytes));
    return bytes;
  }

  /** Together with its headers, or there is none. */
  private static boolean hasArrived(HttpServletRequest request, ServletInputStream body)
      throws IOException {
    long length = request.getContentLengthLong();
    return length < 0
        ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
        : body.available() >= length;
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        RefusalCode.TOO_LARGE, "body must not be larger than " + BYTES_AT_MOST + " bytes");
  }

  private static String mediaType(@Nullable String sent, String[] allowed) {
    if (sent != null) {
      try {
        MediaType type = MediaType.parseMediaType(sent);
        String plain = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        Charset charset = type.getCharset();
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8);
        if (utf8 && List.of(allowed).contains(plain)) {
          return plain;
        }
      } catch (IllegalArgumentException e) {
        // not a media type, or a charset that nobody knows: the same answer as for a wrong one
        throw unsupported(allowed);
      }
    }
    throw unsupported(allowed);
  }

  private static Refusal unsupported(String[] allowed) {
    return Refusal.of(
        RefusalCode.UNSUPPORTED_MEDIA_TYPE,
        "the body must have a Content-Type of "
            + String.join(" or ", allowed)
            + ", its charset utf-8 or none");
  }
}
