package io.tenantry.api.models;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Cursors;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.Gives;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.JsonStream;
import io.tenantry.api.support.Limits;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Refuses;
import io.tenantry.api.support.Serves;
import io.tenantry.api.support.WebJson;
import io.tenantry.api.support.Write;
import io.tenantry.api.support.Written;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.model.FindModel;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import io.tenantry.tenant.TenantView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The models of the tenant that the caller names. */
@RestController
@Tag(
    name = "Models",
    description = "Models of one tenant: JSON, checked by a JSON Schema of their own.")
@RequestMapping(path = "/v1/tenant/models", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelsApi {

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String JSON_PATCH = "application/json-patch+json";
  private static final int LARGEST_PAGE = 100;
  private static final int PAGE = 20;

  private final ModelIds ids = new ModelIds();
  private final Write<CreateModel, ModelView, Envelope<ModelData>> creating;
  private final Write<PatchModel, ModelView, Envelope<ModelData>> patching;
  private final Write<DeleteModel, ModelView, Envelope<DeletedModel>> deleting;
  private final Queries queries;
  private final Cursors cursors;
  private final WebJson json;

  ModelsApi(Commands commands, Queries queries, Cursors cursors, WebJson json) {
    this.creating = commands.answering(CreateModel.class, 201, ModelsApi::created);
    this.patching = commands.answering(PatchModel.class, 200, ModelsApi::patched);
    this.deleting = commands.answering(DeleteModel.class, 200, ModelsApi::deleted);
    this.queries = queries;
    this.cursors = cursors;
    this.json = json;
  }

  @PostMapping
  @ApiResponse(responseCode = "201")
  @IdempotencyKeyRequired
  @Operation(
      operationId = "createModel",
      summary = "Create a model",
      description =
          "The configuration must satisfy the schema, if there is one; numbers keep every digit.")
  @Gives("ETag")
  @Refuses(RefusalCode.QUOTA_EXCEEDED)
  @Serves(CreateModel.class)
  ResponseEntity<Envelope<ModelData>> create(
      @Body CreateBody body, TenantView tenant, Caller caller) {
    return creating.send(
        new CreateModel(
            ids.next(),
            tenant.id(),
            body.name(),
            body.description(),
            textOrNull(body.configuration()),
            textOrNull(body.schema())),
        caller);
  }

  private static ResponseEntity<Envelope<ModelData>> created(Written<ModelView> written) {
    var model = written.result();
    return written
        .respond(model.version())
        .location(URI.create("/v1/tenant/models/" + model.id()))
        .body(Envelope.of(ModelData.of(model)));
  }

  @GetMapping
  @Operation(operationId = "listModels", summary = "List models", description = "Oldest first.")
  @Serves(ListModels.class)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ModelPage.class)))
  JsonStream list(
      @RequestParam(required = false)
          @Schema(minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE)
          @Nullable Integer limit,
      @RequestParam(required = false)
          @Schema(description = "As the page before has given it.", pattern = Cursors.FORM)
          @Nullable String cursor,
      TenantView tenant,
      Caller caller) {
    int most = Limits.between("limit", limit, 1, LARGEST_PAGE, PAGE);
    var scope = String.valueOf(tenant.id());
    var after = cursor == null || cursor.isEmpty() ? "" : cursors.read("models", scope, cursor);
    var pieces = new ModelPieces(queries, tenant.id(), most, caller);
    return JsonStream.of(
        "{\"success\":true,\"data\":[",
        pieces.from(after).map(ModelData::of),
        count -> "],\"meta\":" + text(meta(scope, pieces.next())) + "}");
  }

  private ModelPage.Meta meta(String scope, @Nullable String last) {
    return new ModelPage.Meta(
        last == null ? "" : cursors.write("models", scope, last), last != null);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getModel", summary = "Read a model")
  @Gives("ETag")
  @Serves(FindModel.class)
  ResponseEntity<Envelope<ModelData>> get(
      @PathVariable String id, IfNoneMatch ifNoneMatch, TenantView tenant, Caller caller) {
    var model = queries.ask(new FindModel(tenant.id(), canonical(id)), ModelView.class, caller);
    return ifNoneMatch.answer(model.version(), () -> Envelope.of(ModelData.of(model)));
  }

  @PatchMapping("/{id}")
  @Operation(
      operationId = "patchModel",
      summary = "Change a model",
      description =
          "By JSON Merge Patch, or by JSON Patch, of which a failed `test` is 409 and one that cannot be applied 400.")
  @Gives("ETag")
  @Refuses(RefusalCode.QUOTA_EXCEEDED)
  @Serves(PatchModel.class)
  ResponseEntity<Envelope<ModelData>> patch(
      @PathVariable String id,
      @Body(
              value = {JSON, MERGE_PATCH, JSON_PATCH},
              documentedAs = {
                DocumentedMergePatch.class,
                DocumentedMergePatch.class,
                DocumentedOperation[].class
              })
          JsonBody body,
      IfMatch ifMatch,
      TenantView tenant,
      Caller caller) {
    var kind = body.mediaType().equals(JSON_PATCH) ? PatchKind.JSON_PATCH : PatchKind.MERGE_PATCH;
    return patching.send(
        new PatchModel(canonical(id), tenant.id(), ifMatch.versions(), kind, text(body.tree())),
        caller);
  }

  private static ResponseEntity<Envelope<ModelData>> patched(Written<ModelView> written) {
    var model = written.result();
    return written.respond(model.version()).body(Envelope.of(ModelData.of(model)));
  }

  @DeleteMapping("/{id}")
  @Operation(operationId = "deleteModel", summary = "Delete a model")
  @Serves(DeleteModel.class)
  ResponseEntity<Envelope<DeletedModel>> delete(
      @PathVariable String id, IfMatch ifMatch, TenantView tenant, Caller caller) {
    return deleting.send(new DeleteModel(canonical(id), tenant.id(), ifMatch.versions()), caller);
  }

  private static ResponseEntity<Envelope<DeletedModel>> deleted(Written<ModelView> written) {
    return written.respond().body(Envelope.of(new DeletedModel(written.result().id())));
  }

  /** UUIDs are read in either case and written in lower case (RFC 9562, 4). */
  private static String canonical(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private @Nullable String textOrNull(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : text(node);
  }

  private String text(Object value) {
    return new String(json.write(value), StandardCharsets.UTF_8);
  }
}
