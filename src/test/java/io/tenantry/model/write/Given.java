package io.tenantry.model.write;

import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelEvent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models, and commands to them. */
final class Given {

  static final String ID = "0190a6d2-7e4c-7000-8000-000000000001";
  static final long TENANT = 10_000;
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private Given() {}

  static ModelCreated created() {
    return new ModelCreated(ID, TENANT, "m", "d", "{\"a\":1}", null);
  }

  static ModelState state(ModelEvent... events) {
    var state = ModelState.NONE;
    for (var event : events) {
      state = state.evolve(event, AT);
    }
    return state;
  }

  /** A model that was created with that configuration, as a client writes it. */
  static ModelState configured(String configuration) {
    return state(configuration, null);
  }

  static ModelState state(String configuration, @Nullable String schema) {
    return after(ModelState.NONE, create("m", "d", configuration, schema));
  }

  static ModelState after(ModelState state, ModelCommand command) {
    var next = state;
    for (var event : ModelDecider.decide(state, command)) {
      next = next.evolve(event, AT);
    }
    return next;
  }

  static CreateModel create(
      @Nullable String name,
      @Nullable String description,
      @Nullable String configuration,
      @Nullable String schema) {
    return new CreateModel(ID, TENANT, name, description, configuration, schema);
  }

  static CreateModel configuration(String configuration) {
    return create("m", null, configuration, null);
  }

  static PatchModel merge(String patch) {
    return new PatchModel(ID, TENANT, null, PatchKind.MERGE_PATCH, patch);
  }

  static PatchModel operations(String... operations) {
    return new PatchModel(
        ID, TENANT, null, PatchKind.JSON_PATCH, "[" + String.join(",", operations) + "]");
  }

  static PatchModel expecting(Set<Long> versions) {
    return new PatchModel(ID, TENANT, versions, PatchKind.MERGE_PATCH, "{}");
  }

  static DeleteModel delete() {
    return new DeleteModel(ID, TENANT, null);
  }

  static ModelView merged(ModelState state, String patch) {
    return after(state, merge(patch)).view();
  }
}
