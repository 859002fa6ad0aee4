package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id under which a request stands in answers, logs and events. */
public final class RequestId {

  public static final String HEADER = "X-Request-ID";

  private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,127}");
  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  /** The client's own if it is 1 to 128 printable ASCII characters, else one that is made. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String sent = request.getHeader(HEADER);
    String id =
        sent != null && ACCEPTED.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
