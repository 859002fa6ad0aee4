package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everybody who may stand before the door, each with a house to be let into. */
final class Guests {

  enum Guest {
    NONE,
    MALFORMED,
    UNKNOWN,
    WRONG_SECRET,
    EXPIRED,
    REVOKED,
    ROTATED_AWAY,
    VIEWER,
    CONTRIBUTOR,
    ADMIN,
    ADMIN_IN_GRACE,
    OTHER_VIEWER,
    OTHER_CONTRIBUTOR,
    OTHER_ADMIN,
    OTHER_ADMIN_NAMING,
    OF_INACTIVE_VIEWER,
    OF_INACTIVE_CONTRIBUTOR,
    OF_INACTIVE_ADMIN,
    OF_DELETED,
    OPERATOR,
    SECOND_OPERATOR,
    OPERATOR_WITHOUT_TENANT,
    ANONYMOUS
  }

  /** A tenant with one of everything. */
  private record House(String tenant, String model, String apiKeyId) {}

  /** What a guest sends, and where what it asks for is. */
  record Visit(Service service, List<String> headers, House house) {

    String path(String pattern) {
      return pattern
          .replace("{tenant}", house.tenant())
          .replace("{applicationId}", "app")
          .replace("{key_id}", house.apiKeyId())
          .replace("{key}", "k")
          .replace("{id}", house.model())
          .replace("{slug}", "validation")
          .replace("**", "liveness");
    }
  }

  private static final String TENANTS = "/api/v1/tenants";

  private final Service guarded;
  private final Service open;
  // credentials that never get in, and those of the house next door, stay the same
  private final House untouched;
  private final Map<Guest, String> lasting = new EnumMap<>(Guest.class);

  Guests(Service guarded, Service open) {
    this.guarded = guarded;
    this.open = open;
    this.untouched = house(guarded);
    String house = tenant(guarded).get("id").asString();
    String unknown = key(house, "viewer", null).get("token").stringValue();
    lasting.put(Guest.MALFORMED, flipped(unknown));
    lasting.put(Guest.WRONG_SECRET, Keys.withOtherSecret(unknown));
    lasting.put(Guest.UNKNOWN, Keys.unknown());
    lasting.put(Guest.REVOKED, revoked(house));
    lasting.put(Guest.ROTATED_AWAY, rotated(house, 0));
    lasting.put(Guest.EXPIRED, expired(house));
    String next = tenant(guarded).get("id").asString();
    lasting.put(Guest.OTHER_VIEWER, token(next, "viewer"));
    lasting.put(Guest.OTHER_CONTRIBUTOR, token(next, "contributor"));
    lasting.put(Guest.OTHER_ADMIN, token(next, "admin"));
    lasting.put(Guest.OTHER_ADMIN_NAMING, token(next, "admin"));
    String inactive = tenant(guarded).get("id").asString();
    lasting.put(Guest.OF_INACTIVE_VIEWER, token(inactive, "viewer"));
    lasting.put(Guest.OF_INACTIVE_CONTRIBUTOR, token(inactive, "contributor"));
    lasting.put(Guest.OF_INACTIVE_ADMIN, token(inactive, "admin"));
    operator(guarded, "PUT", TENANTS + "/" + inactive, "{\"status\":\"inactive\"}").is(200);
    JsonNode deleted = tenant(guarded);
    lasting.put(Guest.OF_DELETED, deleted.get("api_key").stringValue());
    operator(guarded, "DELETE", TENANTS + "/" + deleted.get("id").asString(), "").is(200);
  }

  /**
   * @param tenantInHeader whether the tenant would be named there, by who names it
   */
  Visit visit(Guest guest, boolean tenantInHeader) {
    Service service = guest == Guest.ANONYMOUS ? open : guarded;
    // who cannot touch a house finds the same one each time
    boolean outside = guest == Guest.NONE || lasting.containsKey(guest);
    House house = outside ? untouched : house(service);
    String tenant = house.tenant();
    List<String> headers = new ArrayList<>();
    String credential = credential(guest, tenant);
    if (credential != null) {
      // half of them in each header
      headers.addAll(
          guest.ordinal() % 2 == 0
              ? List.of("X-API-Key", credential)
              : List.of("Authorization", "Bearer " + credential));
    }
    boolean names =
        switch (guest) {
          case OPERATOR, SECOND_OPERATOR, ANONYMOUS -> tenantInHeader;
          case OTHER_ADMIN_NAMING -> true;
          default -> false;
        };
    if (names) {
      headers.addAll(List.of("X-Tenant-ID", tenant));
    }
    return new Visit(service, headers, house);
  }

  private House house(Service service) {
    String tenant = tenant(service).get("id").asString();
    String model =
        operator(service, "POST", "/v1/tenant/models", "{\"name\":\"m\"}", "X-Tenant-ID", tenant)
            .is(201)
            .data()
            .get("id")
            .stringValue();
    operator(
            service,
            "POST",
            TENANTS + "/" + tenant + "/properties/applications/app",
            "{\"key\":\"k\",\"data\":\"d\"}")
        .is(200);
    String apiKeyId =
        operator(service, "POST", keysOf(tenant), "{\"name\":\"target\"}")
            .is(201)
            .data()
            .get("id")
            .asString();
    return new House(tenant, model, apiKeyId);
  }

  private @Nullable String credential(Guest guest, String tenant) {
    return switch (guest) {
      case NONE, ANONYMOUS -> null;
      case OPERATOR, OPERATOR_WITHOUT_TENANT -> Service.OPERATOR;
      case SECOND_OPERATOR ->
          Service.OPERATOR_KEYS.substring(Service.OPERATOR_KEYS.lastIndexOf('=') + 1);
      case VIEWER -> token(tenant, "viewer");
      case CONTRIBUTOR -> token(tenant, "contributor");
      case ADMIN -> token(tenant, "admin");
      case ADMIN_IN_GRACE -> rotated(tenant, 3600);
      default -> lasting.get(guest);
    };
  }

  private JsonNode tenant(Service service) {
    String slug = "t" + UUID.randomUUID().toString().replace("-", "");
    String body = "{\"slug\":\"%s\",\"name\":\"House\"}".formatted(slug);
    return operator(service, "POST", TENANTS, body).is(201).data();
  }

  private String token(String tenant, String role) {
    return key(tenant, role, null).get("token").stringValue();
  }

  private JsonNode key(String tenant, String role, @Nullable Long expires) {
    String body =
        "{\"name\":\"k\",\"role\":\"%s\",\"expires_at_unix\":%s}".formatted(role, expires);
    return operator(guarded, "POST", keysOf(tenant), body).is(201).data();
  }

  private String revoked(String tenant) {
    JsonNode key = key(tenant, "admin", null);
    operator(guarded, "DELETE", keysOf(tenant) + "/" + key.get("id").asString(), "").is(200);
    return key.get("token").stringValue();
  }

  /** The secret before the rotation. */
  private String rotated(String tenant, long grace) {
    JsonNode key = key(tenant, "admin", null);
    String path = keysOf(tenant) + "/" + key.get("id").asString() + "/rotate";
    operator(guarded, "POST", path, "{\"grace_seconds\":%d}".formatted(grace)).is(200);
    return key.get("token").stringValue();
  }

  private String expired(String tenant) {
    long soon = Instant.now().getEpochSecond() + 2;
    String token = key(tenant, "admin", soon).get("token").stringValue();
    HttpTest.await(
        () -> guarded.ask("GET", "/api/v1/me", new byte[0], "X-API-Key", token).status() == 401);
    return token;
  }

  private static String keysOf(String tenant) {
    return TENANTS + "/" + tenant + "/api-keys";
  }

  /** By the operator, or by whom nobody asks for a credential. */
  private Answer operator(
      Service service, String method, String path, String json, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (service == guarded) {
      all.addAll(List.of("X-API-Key", Service.OPERATOR));
    }
    all.addAll(
        List.of(
            "Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString()));
    return service.ask(method, path, json.getBytes(UTF_8), all.toArray(String[]::new));
  }

  private static String flipped(String token) {
    char last = token.charAt(token.length() - 1);
    return token.substring(0, token.length() - 1) + (last == 'a' ? 'b' : 'a');
  }
}
