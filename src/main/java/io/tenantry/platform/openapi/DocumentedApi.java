package io.tenantry.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.tenantry.api.support.Problems;
import io.tenantry.api.support.WebJson;
import org.springframework.web.method.HandlerMethod;

/** Puts our operations, and what they refer to, in the place of what springdoc would guess. */
final class DocumentedApi {

  private final Schemas schemas = new Schemas();
  private final DocumentedProblems problems;
  private final DocumentedOperations operations;

  DocumentedApi(Problems problems, WebJson json) {
    this.problems = new DocumentedProblems(problems, json, schemas);
    this.operations = new DocumentedOperations(schemas, this.problems);
  }

  Operation operation(Operation operation, HandlerMethod method) {
    return operations.operation(operation, method);
  }

  void components(OpenAPI openApi) {
    Components components =
        openApi.getComponents() == null ? new Components() : openApi.getComponents();
    components.schemas(null);
    schemas.components().forEach(components::addSchemas);
    components.parameters(SharedParts.PARAMETERS);
    components.headers(SharedParts.HEADERS);
    components.responses(problems.responses());
    openApi.setComponents(components);
  }
}
