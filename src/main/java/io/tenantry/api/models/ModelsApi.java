package io.tenantry.api.models;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.Caller;
import io.tenantry.api.support.Commands;
import io.tenantry.api.support.Cursors;
import io.tenantry.api.support.Envelope;
import io.tenantry.api.support.IdempotencyKeyRequired;
import io.tenantry.api.support.IfMatch;
import io.tenantry.api.support.IfNoneMatch;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.Limits;
import io.tenantry.api.support.Queries;
import io.tenantry.api.support.Tenancy;
import io.tenantry.api.support.WebJson;
import io.tenantry.api.support.Written;
import io.tenantry.kernel.MetadataKeys;
import io.tenantry.model.FindModel;
import io.tenantry.model.ListModels;
import io.tenantry.model.ModelCommand;
import io.tenantry.model.ModelCommand.CreateModel;
import io.tenantry.model.ModelCommand.DeleteModel;
import io.tenantry.model.ModelCommand.PatchKind;
import io.tenantry.model.ModelCommand.PatchModel;
import io.tenantry.model.ModelView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
@RequestMapping(path = "/v1/tenant/models", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelsApi {

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String JSON_PATCH = "application/json-patch+json";
  private static final int LARGEST_PAGE = 100;
  private static final int PAGE = 20;

  private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
  private final Commands commands;
  private final Queries queries;
  private final Tenancy tenancy;
  private final Cursors cursors;
  private final WebJson json;

  ModelsApi(Commands commands, Queries queries, Tenancy tenancy, Cursors cursors, WebJson json) {
    this.commands = commands;
    this.queries = queries;
    this.tenancy = tenancy;
    this.cursors = cursors;
    this.json = json;
  }

  @PostMapping
  @ApiResponse(responseCode = "201")
  @IdempotencyKeyRequired
  ResponseEntity<Envelope<ModelData>> create(@Body CreateBody body, Caller caller) {
    var written =
        send(
            new CreateModel(
                ids.generate().toString(),
                tenancy.inHeader(caller).id(),
                body.name(),
                body.description(),
                text(body.configuration()),
                text(body.schema())),
            caller);
    var model = written.result();
    return written
        .respond(201, model.version())
        .location(URI.create("/v1/tenant/models/" + model.id()))
        .body(Envelope.of(ModelData.of(model)));
  }

  @GetMapping
  ModelPage list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    long tenantId = tenancy.inHeader(caller).id();
    int most = Limits.between("limit", limit, 1, LARGEST_PAGE, PAGE);
    var scope = String.valueOf(tenantId);
    var after = cursor == null || cursor.isEmpty() ? "" : cursors.read("models", scope, cursor);
    var found = queries.ask(new ListModels(tenantId, after, most), ListModels.Result.class);
    return new ModelPage(
        true,
        found.models().stream().map(ModelData::of).toList(),
        new ModelPage.Meta(
            found.more() ? cursors.write("models", scope, found.models().getLast().id()) : "",
            found.more()));
  }

  @GetMapping("/{id}")
  ResponseEntity<Envelope<ModelData>> get(
      @PathVariable String id, IfNoneMatch ifNoneMatch, Caller caller) {
    var model = queries.ask(new FindModel(tenancy.inHeader(caller).id(), id), ModelView.class);
    return ifNoneMatch.answer(model.version(), () -> Envelope.of(ModelData.of(model)));
  }

  @PatchMapping("/{id}")
  ResponseEntity<Envelope<ModelData>> patch(
      @PathVariable String id,
      @Body({JSON, MERGE_PATCH, JSON_PATCH}) JsonBody body,
      IfMatch ifMatch,
      Caller caller) {
    var kind = body.mediaType().equals(JSON_PATCH) ? PatchKind.JSON_PATCH : PatchKind.MERGE_PATCH;
    var written =
        send(
            new PatchModel(
                id, tenancy.inHeader(caller).id(), ifMatch.versions(), kind, write(body.tree())),
            caller);
    var model = written.result();
    return written.respond(200, model.version()).body(Envelope.of(ModelData.of(model)));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Envelope<DeletedModel>> delete(
      @PathVariable String id, IfMatch ifMatch, Caller caller) {
    var command = new DeleteModel(id, tenancy.inHeader(caller).id(), ifMatch.versions());
    return send(command, caller).respond(200).body(Envelope.of(new DeletedModel(id)));
  }

  private Written<ModelView> send(ModelCommand command, Caller caller) {
    return commands.send(
        command, caller, Map.of(MetadataKeys.TENANT, String.valueOf(command.tenantId())));
  }

  private @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : write(node);
  }

  private String write(JsonNode node) {
    return new String(json.write(node), StandardCharsets.UTF_8);
  }
}
