package io.tenantry.model.write;

import io.tenantry.kernel.Violations;
import java.util.Set;

/** The fields of a model by the names that clients use. */
final class ModelFields {

  static final String NAME = "name";
  static final String DESCRIPTION = "description";
  static final String CONFIGURATION = "configuration";
  static final String SCHEMA = "schema";

  static final String ID = "id";
  static final String TENANT_ID = "tenant_id";
  static final String VERSION = "version";
  static final String CREATED_AT = "created_at";
  static final String UPDATED_AT = "updated_at";

  private static final Set<String> CLIENTS = Set.of(NAME, DESCRIPTION, CONFIGURATION, SCHEMA);
  private static final Set<String> OWN = Set.of(ID, TENANT_ID, VERSION, CREATED_AT, UPDATED_AT);

  private ModelFields() {}

  /** That the field is one that clients may change. */
  static void check(Violations v, String where, String name) {
    if (OWN.contains(name)) {
      v.add(where, "cannot be changed: " + name + " is the server's");
    } else {
      checkReadable(v, where, name);
    }
  }

  /** That the field is one that clients are shown. */
  static void checkReadable(Violations v, String where, String name) {
    if (!CLIENTS.contains(name) && !OWN.contains(name)) {
      v.add(where, "is not a field of a model");
    }
  }
}
