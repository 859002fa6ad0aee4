package io.tenantry.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of write, on one of the surfaces. In its templates stand {@code {tenant}}, {@code
 * {target}} and {@code {text}}; the last makes each write another. Were one to happen twice, it
 * would be seen by its version, its body or its events.
 */
enum Kind {
  TENANT_CREATED(
      null,
      201,
      "POST /api/v1/tenants",
      "{'slug':'{text}','name':'{text}'}",
      "tenant.slug-taken",
      "tenant.registered",
      "apikey.created"),
  TENANT_UNCHANGED(
      TENANT_CREATED, 200, "PUT /api/v1/tenants/{tenant}", "{'name':'{tenant}','status':''}"),
  TENANT_CHANGED(
      TENANT_CREATED,
      200,
      "PUT /api/v1/tenants/{tenant}",
      "{'name':'new {text}','description':'{text}'}",
      "tenant.renamed",
      "tenant.described"),
  TENANT_DELETED(TENANT_CREATED, 200, "DELETE /api/v1/tenants/{tenant}", "", "tenant.deleted"),
  MODEL_CREATED(
      null,
      201,
      "POST /v1/tenant/models",
      "{'name':'{text}','configuration':{'list':[]}}",
      "model.created"),
  MODEL_MERGED(
      MODEL_CREATED,
      200,
      "PATCH /v1/tenant/models/{target}",
      "{'name':'new {text}','description':'{text}'}",
      "model.renamed",
      "model.described"),
  MODEL_PATCHED(
      MODEL_CREATED,
      200,
      "PATCH /v1/tenant/models/{target}",
      "[{'op':'add','path':'/configuration/list/-','value':'{text}'}]",
      "model.configuration-changed"),
  MODEL_DELETED(MODEL_CREATED, 200, "DELETE /v1/tenant/models/{target}", "", "model.deleted"),
  APP_KEY_CREATED(
      null,
      200,
      "POST /api/v1/tenants/{tenant}/properties/applications/app",
      "{'key':'{text}','data':'first'}",
      "appkey.created"),
  APP_KEY_CHANGED(
      APP_KEY_CREATED,
      200,
      "PUT /api/v1/tenants/{tenant}/properties/applications/app/{target}",
      "{'data':'{text}'}",
      "appkey.data-changed"),
  APP_KEY_DELETED(
      APP_KEY_CREATED,
      200,
      "DELETE /api/v1/tenants/{tenant}/properties/applications/app/{target}",
      "",
      "appkey.deleted"),
  APP_KEY_AUTO_CREATED(
      null,
      200,
      "PUT /api/v1/tenants/{tenant}/properties/applications/app/{text}",
      "{'data':'{text}','auto_create':true}",
      "appkey.created"),
  API_KEY_CREATED(
      null, 201, "POST /api/v1/tenants/{tenant}/api-keys", "{'name':'{text}'}", "apikey.created"),
  API_KEY_CHANGED(
      API_KEY_CREATED,
      200,
      "PUT /api/v1/tenants/{tenant}/api-keys/{target}",
      "{'name':'new {text}','role':'viewer'}",
      "apikey.renamed",
      "apikey.role-changed"),
  API_KEY_ROTATED(
      API_KEY_CREATED,
      200,
      "POST /api/v1/tenants/{tenant}/api-keys/{target}/rotate",
      "{'grace_seconds':60}",
      "apikey.rotated"),
  API_KEY_REVOKED(
      API_KEY_CREATED,
      200,
      "DELETE /api/v1/tenants/{tenant}/api-keys/{target}",
      "",
      "apikey.revoked");

  /** By which kind that was made to which this one is done; null when this one makes something. */
  final @Nullable Kind maker;

  final int status;
  final String method;
  final List<String> events;
  private final String path;
  private final String body;

  Kind(@Nullable Kind maker, int status, String line, String body, String... events) {
    this.maker = maker;
    this.status = status;
    this.method = line.substring(0, line.indexOf(' '));
    this.path = line.substring(line.indexOf(' ') + 1);
    this.body = body.replace('\'', '"');
    this.events = List.of(events);
  }

  boolean ends() {
    return method.equals("DELETE");
  }

  boolean showsSecret() {
    return List.of(TENANT_CREATED, API_KEY_CREATED, API_KEY_ROTATED).contains(this);
  }

  KeyedWrite to(Thing thing, String text) {
    return new KeyedWrite(
        this,
        name() + ":" + text,
        thing,
        text,
        filled(path, thing, text),
        filled(body, thing, text));
  }

  private static String filled(String template, Thing thing, String text) {
    return template
        .replace("{tenant}", thing.tenant())
        .replace("{target}", thing.target())
        .replace("{text}", text);
  }

  /** What a write is about: something in a tenant, or the tenant itself. */
  record Thing(String tenant, String target) {}
}
