package io.tenantry.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tenantry.api.support.AnonymousAccess;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.Problems;
import io.tenantry.api.support.RequestArguments;
import io.tenantry.api.support.WebJson;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document of the interface, made from the code. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  private static final String ABOUT =
      """
      Tenants, their models and their app keys.

      A path is served with and without a slash at its end. `HEAD` is answered wherever `GET` is,
      `OPTIONS` everywhere; any other method is 405 with `Allow`. Each answer of more than 2 KiB is
      compressed by gzip for who accepts it. Unknown members, unknown or repeated query parameters,
      duplicate members and U+0000 are refused. Whatever is refused is answered by the one
      `Problem`, in whose `type` stands a page that explains it.

      A name has a visible character, and no control characters, line breaks or direction
      overrides; white space around it (Unicode's White_Space) is removed. A description or
      business may have line breaks and tabs, but no other control characters.

      Lists of tenants, models and API keys are in the order of their ids. What is created after
      another creation was answered stands behind it, and its `created_at` is not earlier. Where
      creations overlap, or several nodes make them, `created_at` may run against that order.

      Beside this document there are `/docs`, the page of it, the probes
      `/actuator/health/liveness` and `/actuator/health/readiness`, and, for the operator,
      `/actuator/prometheus`.
      """;

  static {
    SpringDocUtils.getConfig()
        .addAnnotationsToIgnore(Body.class)
        .addRequestWrapperToIgnore(RequestArguments.types())
        .addRequestWrapperToIgnore(JsonBody.class);
  }

  @Bean
  OpenAPI openApi(AnonymousAccess anonymous) {
    var document =
        new OpenAPI()
            .servers(List.of(new Server().url("/").description("Where this document is from.")))
            .components(
                new Components()
                    .addSecuritySchemes(
                        "apiKey",
                        new SecurityScheme()
                            .type(SecurityScheme.Type.APIKEY)
                            .in(SecurityScheme.In.HEADER)
                            .name("X-API-Key")
                            .description("A key of the operator or of a tenant."))
                    .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .description("The same keys.")))
            // either of them
            .addSecurityItem(new SecurityRequirement().addList("apiKey"))
            .addSecurityItem(new SecurityRequirement().addList("bearer"))
            .info(
                new Info()
                    .title("Tenantry")
                    .version("1")
                    .description(ABOUT)
                    .license(
                        new License()
                            .name("Apache-2.0")
                            .url("https://www.apache.org/licenses/LICENSE-2.0")));
    return anonymous.allowed() ? document.addSecurityItem(new SecurityRequirement()) : document;
  }

  @Bean
  DocumentedApi documentedApi(Problems problems, WebJson json) {
    return new DocumentedApi(problems, json);
  }

  @Bean
  GlobalOperationCustomizer documentedOperations(DocumentedApi api) {
    return api::operation;
  }

  @Bean
  GlobalOpenApiCustomizer documentedComponents(DocumentedApi api) {
    return api::components;
  }
}
