package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions in which the client wants the resource to be: none, where it wants it not to be
 * there ({@code If-None-Match: *}). A parameter of an endpoint; always there.
 *
 * @param present whether the header was sent: then the resource must exist
 * @param versions null when any version will do; a set that may be empty, which matches nothing
 */
public record IfMatch(boolean present, @Nullable Set<Long> versions) {

  static final String HEADER = "If-Match";

  static IfMatch of(HttpServletRequest request) {
    EntityTags sent = EntityTags.read(request, HEADER);
    if (EntityTags.read(request, IfNoneMatch.HEADER) != null) {
      // on a write it is *, which no version satisfies
      return new IfMatch(sent != null, Set.of());
    }
    if (sent == null || sent.any()) {
      return new IfMatch(sent != null, null);
    }
    Set<Long> versions = new HashSet<>();
    for (EntityTags.Tag tag : sent.tags()) {
      Long version = tag.version();
      // the comparison is the strong one: a weak tag never matches
      if (!tag.weak() && version != null) {
        versions.add(version);
      }
    }
    return new IfMatch(true, Set.copyOf(versions));
  }
}
