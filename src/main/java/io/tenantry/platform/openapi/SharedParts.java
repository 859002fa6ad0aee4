package io.tenantry.platform.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.tenantry.api.support.TextForms;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters and headers that many endpoints share, told once. */
final class SharedParts {

  private static final String TAG = "(W/)?\"[!#-~]*\"";
  private static final String TAGS = "^(\\*|" + TAG + "( ?, ?" + TAG + ")*)$";
  private static final String KEY =
      "^([!#-~]([ -~]{0,253}[!-~])?|\"([ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$";

  static final Map<String, Parameter> PARAMETERS = new LinkedHashMap<>();
  static final Map<String, Header> HEADERS = new LinkedHashMap<>();

  static {
    path("tenant", "The tenant, by id or slug.", text(TextForms.TENANT), "acme");
    path(
        "id",
        "The model.",
        Schemas.formatted("string", "uuid"),
        "019a9b5e-7c1a-7d0e-9f00-0123456789ab");
    path("key_id", "The API key.", text("^[1-9][0-9]{0,15}$"), "102030405060");
    path(
        "applicationId",
        "The application; it exists while it has a key. Percent-decoded once.",
        text(TextForms.PATH_NAME),
        "netaxis");
    path(
        "key",
        "The key within its application. Percent-decoded once.",
        text(TextForms.PATH_NAME),
        "coffee");
    path("slug", "The kind, as in the `type` of a problem.", text("^[a-z-]+$"), "conflict");
    header(
        "X-Tenant-ID",
        "The tenant, by id or slug. The operator must name it; a tenant's key need not, and must"
            + " not name another. Anonymous requests act on the tenant `default` without it. A"
            + " tenant that is named must exist, also where none is needed.",
        text(TextForms.TENANT),
        "acme");
    header(
        "X-Request-ID",
        "Under which id the request stands in answers, logs and events: 1 to 128 printable ASCII"
            + " characters are taken up and echoed, for anything else an id is made.",
        text(null),
        "order-4711");
    header(
        "Idempotency-Key",
        "1 to 255 printable ASCII characters. A write that is sent again under the same key has"
            + " happened once, and is answered as it was; another request under it is 422. A value"
            + " that begins with a quotation mark is a string of RFC 8941.",
        text(KEY),
        "8e03978e-40d5-43dd-bc93-6894a57f9324");
    header(
        "If-Match",
        "The versions in which the resource may be, as `ETag` gave them; else 412. Weak tags match"
            + " nothing.",
        text(TAGS),
        "\"3\"");
    header(
        "If-None-Match",
        "The versions that the client has, as `ETag` gave them; then 304.",
        text(TAGS),
        "\"3\"");
    header(
        "Consistency-Token",
        "As a write has answered it: the answer sees that write, or is 503.",
        text("^[0-9]{1,18}$"),
        "42");

    answered("X-Request-ID", "The id under which the request stands in logs and events.");
    answered("Cache-Control", "Whether and how long the answer may be kept; mostly `no-store`.");
    answered("Vary", "The headers of the request on which the answer depends.");
    answered("RateLimit-Policy", "Limits that hold for the caller, if any: requests a minute.");
    answered("RateLimit", "What is left of these limits, and when it is renewed.");
    answered("Consistency-Token", "To be sent with a read that must see this write.");
    answered(
        "Consistency", "`pending` when reads may not see the write yet; else it is not there.");
    answered("Idempotent-Replayed", "With a key: whether this answers an earlier request again.");
    answered("Idempotent-Secret", "`not-kept` when a repetition could not show the secret again.");
    answered(
        "ETag",
        "The resource's version in quotes, to be sent in `If-Match`. In an answer that is"
            + " compressed, `-gzip` follows the version.");
    answered("Location", "The path of what was created.");
    answered(
        "Link", "The next page, if there is one, as `</path?limit=2&cursor=...>; rel=\"next\"`.");
    answered("Retry-After", "After how many seconds to try again.");
    answered("WWW-Authenticate", "How to authenticate.");
  }

  private SharedParts() {}

  private static Schema<Object> text(@Nullable String pattern) {
    var schema = Schemas.typed("string");
    schema.setPattern(pattern);
    return schema;
  }

  private static void path(String name, String description, Schema<Object> schema, String example) {
    PARAMETERS.put(name, parameter("path", name, description, schema, example).required(true));
  }

  private static void header(
      String name, String description, Schema<Object> schema, String example) {
    PARAMETERS.put(name, parameter("header", name, description, schema, example));
  }

  private static Parameter parameter(
      String in, String name, String description, Schema<Object> schema, String example) {
    return new Parameter()
        .in(in)
        .name(name)
        .description(description)
        .schema(schema)
        .example(example);
  }

  private static void answered(String name, String description) {
    HEADERS.put(name, new Header().description(description).schema(text(null)));
  }

  static Parameter parameter(String name) {
    return new Parameter().$ref("#/components/parameters/" + name);
  }

  static Header header(String name) {
    return new Header().$ref("#/components/headers/" + name);
  }
}
