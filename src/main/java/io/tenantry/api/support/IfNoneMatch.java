package io.tenantry.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the client has already. A parameter of an endpoint; always there. */
public final class IfNoneMatch {

  static final String HEADER = "If-None-Match";

  private final @Nullable EntityTags sent;

  private IfNoneMatch(@Nullable EntityTags sent) {
    this.sent = sent;
  }

  static IfNoneMatch of(HttpServletRequest request) {
    return new IfNoneMatch(EntityTags.read(request, HEADER));
  }

  public boolean matches(long version) {
    String tag = Long.toString(version);
    return sent != null
        && (sent.any() || sent.tags().stream().anyMatch(known -> known.value().equals(tag)));
  }

  /** 304 when the client has that version already, else 200 with the body; both with the ETag. */
  public <T> ResponseEntity<T> answer(long version, Supplier<T> body) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(matches(version) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .eTag(EntityTags.of(version))
            // to be kept by who asked, and asked for again each time
            .cacheControl(CacheControl.noCache().cachePrivate())
            .varyBy("X-API-Key", "Authorization", Tenancy.HEADER);
    return matches(version) ? answer.build() : answer.body(body.get());
  }
}
