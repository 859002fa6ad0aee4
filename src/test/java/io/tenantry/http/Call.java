package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A request that can be sent again, as it was or a little different.
 *
 * @param path percent-encoded, with its query
 * @param body empty for none; else JSON unless a header says otherwise
 */
record Call(String method, String path, String body, Map<String, String> headers) {

  static final String KEY = "Idempotency-Key";

  private static final String RECORD = "/api/v1/idempotency-record";

  static Call of(String method, String path, String body) {
    return new Call(method, path, body, Map.of());
  }

  static Call of(String method, String path) {
    return of(method, path, "");
  }

  /** A key that nobody has used. */
  static String newKey() {
    return UUID.randomUUID().toString();
  }

  Call as(String credential) {
    return with("X-API-Key", credential);
  }

  /** Names the tenant by header. */
  Call in(String tenant) {
    return with("X-Tenant-ID", tenant);
  }

  Call under(String key) {
    return with(KEY, key);
  }

  Call with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, path, body, more);
  }

  Call without(String header) {
    Map<String, String> less = new LinkedHashMap<>(headers);
    less.remove(header);
    return new Call(method, path, body, less);
  }

  Call by(String otherMethod) {
    return new Call(otherMethod, path, body, headers);
  }

  Call at(String otherPath) {
    return new Call(method, otherPath, body, headers);
  }

  Call saying(String otherBody) {
    return new Call(method, path, otherBody, headers);
  }

  /** The same caller's question what its key has done. */
  Call lookUp() {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.keySet().retainAll(Set.of("X-API-Key", KEY));
    return new Call("GET", RECORD, "", kept);
  }

  Answer to(Service service) {
    List<String> sent = new ArrayList<>();
    headers.forEach((name, value) -> sent.addAll(List.of(name, value)));
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      sent.addAll(List.of("Content-Type", "application/json"));
    }
    return service.ask(method, path, body.getBytes(UTF_8), sent.toArray(String[]::new));
  }
}
