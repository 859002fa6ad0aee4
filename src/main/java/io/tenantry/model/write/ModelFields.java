package io.tenantry.model.write;

import io.tenantry.kernel.Violations;
import java.util.Set;

/** The fields of a model by the names that clients use. */
final class ModelFields {

  static final String NAME = "name";
  static final String DESCRIPTION = "description";
  static final String CONFIGURATION = "configuration";
  static final String SCHEMA = "schema";

  private static final Set<String> CLIENTS = Set.of(NAME, DESCRIPTION, CONFIGURATION, SCHEMA);
  private static final Set<String> OWN =
      Set.of("id", "tenant_id", "version", "created_at", "updated_at");

  private ModelFields() {}

  /** That the field is one that clients may change. */
  static void check(Violations v, String where, String name) {
    if (OWN.contains(name)) {
      v.add(where, "cannot be changed: " + name + " is the server's");
    } else if (!CLIENTS.contains(name)) {
      v.add(where, "is not a field of a model");
    }
  }
}
