package io.tenantry.platform.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tenantry.api.support.Body;
import io.tenantry.api.support.JsonBody;
import io.tenantry.api.support.RequestArguments;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document of the interface, made from the code. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addAnnotationsToIgnore(Body.class)
        .addRequestWrapperToIgnore(RequestArguments.types())
        .addRequestWrapperToIgnore(JsonBody.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "apiKey",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key"))
                .addSecuritySchemes(
                    "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        // either of them
        .addSecurityItem(new SecurityRequirement().addList("apiKey"))
        .addSecurityItem(new SecurityRequirement().addList("bearer"))
        .info(
            new Info()
                .title("Tenantry")
                .version("1")
                .description("Tenants, their models and their app keys.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
  }

  /** Names as they are on the wire; on a copy, for the document itself has names of its own. */
  @Bean
  ModelResolver modelResolver(ObjectMapperProvider provider) {
    return new ModelResolver(
        provider
            .jsonMapper()
            .copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  @Bean
  DocumentedRequests documentedRequests() {
    return new DocumentedRequests();
  }

  @Bean
  GlobalOperationCustomizer documentedOperations(DocumentedRequests requests) {
    return requests::operation;
  }

  @Bean
  GlobalOpenApiCustomizer documentedComponents(DocumentedRequests requests) {
    return requests::components;
  }
}
