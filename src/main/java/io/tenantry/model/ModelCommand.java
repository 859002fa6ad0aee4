package io.tenantry.model;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfOneTenant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked to happen to a model. Fields are as the client sent them. */
public sealed interface ModelCommand extends OfOneTenant {

  String modelId();

  /** The tenant on whose behalf; another tenant's model is as good as none. */
  @Override
  long tenantId();

  /** The stream of the model's events. */
  @TargetAggregateIdentifier
  default String streamId() {
    return streamId(modelId());
  }

  /** The stream of that one's events. */
  static String streamId(String modelId) {
    return "model:" + modelId;
  }

  /**
   * @param configuration JSON; null for an empty object
   * @param schema JSON; null for none
   */
  @AllowedTo(Least.CONTRIBUTOR)
  record CreateModel(
      String modelId,
      long tenantId,
      @Nullable String name,
      @Nullable String description,
      @Nullable String configuration,
      @Nullable String schema)
      implements ModelCommand {}

  /**
   * Changes name, description, configuration and schema as one JSON document.
   *
   * @param expectedVersions the versions on which it may be applied; null for any
   * @param patch JSON in the form that the kind says
   */
  @AllowedTo(Least.CONTRIBUTOR)
  record PatchModel(
      String modelId,
      long tenantId,
      @Nullable Set<Long> expectedVersions,
      PatchKind kind,
      String patch)
      implements ModelCommand {}

  /**
   * @param expectedVersions the versions on which it may be applied; null for any
   */
  @AllowedTo(Least.CONTRIBUTOR)
  record DeleteModel(String modelId, long tenantId, @Nullable Set<Long> expectedVersions)
      implements ModelCommand {}

  /** In which form a change of a document is written. */
  enum PatchKind {
    /** RFC 7396. */
    MERGE_PATCH,
    /** RFC 6902. */
    JSON_PATCH
  }
}
