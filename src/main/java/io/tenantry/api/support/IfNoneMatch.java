package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the client has already. A parameter of an endpoint; always there. */
public final class IfNoneMatch {

  static final String HEADER = "If-None-Match";

  private final @Nullable EntityTags sent;
  private final boolean compresses;

  /**
   * @param compresses whether the answer may be compressed
   */
  private IfNoneMatch(@Nullable EntityTags sent, boolean compresses) {
    this.sent = sent;
    this.compresses = compresses;
  }

  static IfNoneMatch of(HttpServletRequest request) {
    String encodings = String.join(",", Collections.list(request.getHeaders("Accept-Encoding")));
    return new IfNoneMatch(EntityTags.read(request, HEADER), encodings.contains("gzip"));
  }

  public boolean matches(long version) {
    return matching(version) != null;
  }

  /** The tag under which the client has it; null when it does not. */
  private @Nullable String matching(long version) {
    if (sent == null) {
      return null;
    }
    String tag = EntityTags.of(version);
    List<EntityTags.Tag> same =
        sent.tags().stream()
            .filter(known -> Objects.equals(known.version(), version))
            .filter(known -> compresses || !known.isOfCompressed())
            .toList();
    if (same.isEmpty()) {
      return sent.any() ? tag : null;
    }
    return same.stream().allMatch(EntityTags.Tag::isOfCompressed)
        ? EntityTags.compressed(tag)
        : tag;
  }

  /** 304 when the client has that version already, else 200 with the body; both with the ETag. */
  public <T> ResponseEntity<T> answer(long version, Supplier<T> body) {
    String known = matching(version);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(known == null ? HttpStatus.OK : HttpStatus.NOT_MODIFIED)
            .eTag(known == null ? EntityTags.of(version) : known)
            // to be kept by who asked, and asked for again each time
            .cacheControl(CacheControl.noCache().cachePrivate())
            .varyBy("X-API-Key", "Authorization", Tenancy.HEADER, "Accept-Encoding");
    return known == null ? answer.body(body.get()) : answer.build();
  }
}
