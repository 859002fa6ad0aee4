package io.tenantry.access.write;

import io.tenantry.access.ApiKeyView;
import io.tenantry.access.events.ApiKeyCreated;
import io.tenantry.access.events.ApiKeyEvent;
import io.tenantry.access.events.ApiKeyRevoked;
import io.tenantry.kernel.Lifetime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an API key's events come to. */
record ApiKeyState(@Nullable ApiKeyView last, boolean ended) implements Lifetime<ApiKeyView> {

  static final ApiKeyState NONE = new ApiKeyState(null, false);

  ApiKeyState evolve(ApiKeyEvent event, Instant at) {
    return event instanceof ApiKeyCreated created
        ? new ApiKeyState(ApiKeyView.of(created, at), false)
        : new ApiKeyState(view().after(event, at), event instanceof ApiKeyRevoked);
  }
}
