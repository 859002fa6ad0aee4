package io.tenantry.load;

import io.tenantry.load.Kind.Thing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A write with an {@code Idempotency-Key}, by nobody in particular. */
record KeyedWrite(Kind kind, String key, Thing thing, String text, String path, String body) {

  Answer send(Api api) {
    var headers = new ArrayList<>(List.of("Idempotency-Key", key));
    headers.addAll(tenantOf(path));
    if (body.startsWith("[")) {
      headers.addAll(List.of("Content-Type", "application/json-patch+json"));
    }
    return api.ask(kind.method, path, body, headers.toArray(String[]::new));
  }

  /** What is there once it has been answered. */
  Thing made(Answer answer) {
    if (kind == Kind.TENANT_CREATED) {
      return new Thing(text, "");
    }
    return new Thing(thing.tenant(), answer.data().path("id").asString(text));
  }

  /** How the thing looks now. */
  Answer look(Api api, Answer answer) {
    String created = answer.header("Location");
    String place = created.isEmpty() ? path.replaceFirst("/rotate$", "") : created;
    if (kind == Kind.APP_KEY_CREATED) {
      place = place + "/" + text;
    }
    return api.get(place, tenantOf(place).toArray(String[]::new));
  }

  private List<String> tenantOf(String place) {
    return place.startsWith("/v1/tenant/models")
        ? List.of("X-Tenant-ID", thing.tenant())
        : List.of();
  }

  /** Where its record is to lie. */
  String stream() {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("anonymous\0" + key).getBytes(StandardCharsets.US_ASCII));
      return "idem:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
