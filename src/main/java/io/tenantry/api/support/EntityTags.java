package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of entity tags (RFC 9110, 8.8.3) as If-Match and If-None-Match carry it.
 *
 * @param any whether it is {@code *}
 */
public record EntityTags(boolean any, List<Tag> tags) {

  /**
   * @param value what is between the quotes
   */
  public record Tag(boolean weak, String value) {

    /** Null when it cannot be a version of ours; such a tag matches nothing. */
    @Nullable Long version() {
      Matcher version = VERSION.matcher(value);
      return version.matches() ? Long.valueOf(version.group(1)) : null;
    }

    boolean isOfCompressed() {
      return value.endsWith(COMPRESSED);
    }
  }

  private static final String COMPRESSED = "-gzip";

  // no leading zero: a tag is compared character by character
  private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,17})(-gzip)?");
  private static final Pattern TAG =
      Pattern.compile("[ \\t]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*+)\"[ \\t]*(,|$)");

  /** The ETag of a version. */
  static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The tag of the same version where the answer's bytes are compressed. */
  public static String compressed(String tag) {
    return tag.substring(0, tag.length() - 1) + COMPRESSED + "\"";
  }

  /** Null when the header is absent. */
  static @Nullable EntityTags read(HttpServletRequest request, String header) {
    List<String> values = Collections.list(request.getHeaders(header));
    return values.isEmpty() ? null : parse(header, String.join(",", values).strip());
  }

  private static EntityTags parse(String header, String value) {
    if (value.equals("*")) {
      return new EntityTags(true, List.of());
    }
    List<Tag> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(value);
    int end = 0;
    while (end < value.length() && matcher.find() && matcher.start() == end) {
      tags.add(new Tag(matcher.group(1) != null, matcher.group(2)));
      end = matcher.end();
    }
    if (tags.isEmpty() || end != value.length() || value.endsWith(",")) {
      throw Unreadable.because(header, "must be * or a list of entity tags in quotes");
    }
    return new EntityTags(false, tags);
  }
}
