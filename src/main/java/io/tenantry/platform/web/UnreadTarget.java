package io.tenantry.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tenantry.api.support.Unreadable;
import io.tenantry.kernel.Refusal;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request that Tomcat refuses. Often Tomcat has parsed no URI, but it still has the
 * bytes of the request line, which tell the surface and the mistake.
 *
 * @param path percent-encoded where the client should have done so; its beginning if it is too long
 *     for Tomcat
 * @param refusal null when the mistake is elsewhere
 */
record UnreadTarget(String path, @Nullable Refusal refusal) {

  /** One byte is one character. */
  private static final Pattern LINE =
      Pattern.compile(
          "[\\r\\n]*[^ \\t\\r\\n]+[ \\t]+(?:https?://[^/? \\t\\r\\n]*)?"
              + "(/[^? \\t\\r\\n]*)(?:\\?([^ \\t\\r\\n]*))?");

  private static final String PATH = "A-Za-z0-9._~!$&'()*+,;=:@%/-";
  private static final Pattern NOT_IN_PATH = Pattern.compile("[^" + PATH + "]");
  private static final Pattern NOT_IN_QUERY = Pattern.compile("[^?" + PATH + "]");
  private static final String MUST = "must be percent-encoded where a URL allows no such character";

  /** Null when there is none. */
  static @Nullable UnreadTarget of(Request request) {
    if (!(request.getInputBuffer() instanceof ApplicationBufferHandler buffer)) {
      return null;
    }
    ByteBuffer bytes = buffer.getByteBuffer();
    Matcher line =
        LINE.matcher(new String(bytes.array(), bytes.arrayOffset(), bytes.limit(), ISO_8859_1));
    if (!line.lookingAt()) {
      return null;
    }
    String path = line.group(1);
    String query = line.group(2);
    return new UnreadTarget(
        NOT_IN_PATH
            .matcher(path)
            .replaceAll(each -> "%%%02X".formatted((int) each.group().charAt(0))),
        NOT_IN_PATH.matcher(path).find()
            ? Unreadable.because("path", MUST)
            : query != null && NOT_IN_QUERY.matcher(query).find()
                ? Unreadable.because("query", MUST)
                : null);
  }
}
