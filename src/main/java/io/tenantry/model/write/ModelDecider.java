package io.tenantry.model.write;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Versions;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import io.tenantry.model.events.ModelConfigurationChanged;
import io.tenantry.model.events.ModelCreated;
import io.tenantry.model.events.ModelDeleted;
import io.tenantry.model.events.ModelDescribed;
import io.tenantry.model.events.ModelEvent;
import io.tenantry.model.events.ModelRenamed;
import io.tenantry.model.events.ModelSchemaChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rule book of a model. */
final class ModelDecider {

  private ModelDecider() {}

  /**
   * @return what happens; nothing when the command changes nothing
   * @throws Refusal INVALID, NOT_FOUND, PRECONDITION_FAILED or CONFLICT
   */
  static List<ModelEvent> decide(ModelState state, ModelCommand command) {
    return switch (command) {
      case CreateModel c -> create(state, c);
      case PatchModel c -> patch(state, c);
      case DeleteModel c -> {
        existing(state, c, c.expectedVersions());
        yield List.of(new ModelDeleted(c.modelId(), c.tenantId()));
      }
    };
  }

  private static List<ModelEvent> create(ModelState state, CreateModel c) {
    if (state.last() != null) {
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "the model " + c.modelId() + " exists");
    }
    var draft =
        ModelRules.draft(
            null,
            c.name(),
            c.description(),
            JsonPart.touched(null, json(c.configuration())),
            JsonPart.touched(null, json(c.schema())));
    return List.of(
        new ModelCreated(
            c.modelId(),
            c.tenantId(),
            draft.name(),
            draft.description(),
            draft.configuration(),
            draft.schema()));
  }

  private static List<ModelEvent> patch(ModelState state, PatchModel c) {
    var patch = ModelPatch.of(c);
    var model = existing(state, c, c.expectedVersions());
    return changes(model, patch.apply(model));
  }

  private static List<ModelEvent> changes(ModelView model, ModelDraft draft) {
    var events = new ArrayList<ModelEvent>();
    var id = model.id();
    long tenant = model.tenantId();
    if (!draft.name().equals(model.name())) {
      events.add(new ModelRenamed(id, tenant, draft.name()));
    }
    if (!draft.description().equals(model.description())) {
      events.add(new ModelDescribed(id, tenant, draft.description()));
    }
    if (!Objects.equals(draft.schema(), model.schema())) {
      events.add(new ModelSchemaChanged(id, tenant, draft.schema()));
    }
    if (!draft.configuration().equals(model.configuration())) {
      events.add(new ModelConfigurationChanged(id, tenant, draft.configuration()));
    }
    return events;
  }

  private static ModelView existing(
      ModelState state, ModelCommand command, @Nullable Set<Long> expectedVersions) {
    var model = state.living();
    if (model == null || model.tenantId() != command.tenantId()) {
      throw Refusal.of(RefusalCode.NOT_FOUND, "there is no such model");
    }
    Versions.require(expectedVersions, model.version());
    return model;
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.parse(text);
  }
}
