package io.tenantry.api.support;

import java.util.List;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC how we read requests and write answers. */
final class StrictRequests implements WebMvcConfigurer {

  private final WebJson json;
  private final ConsistencyToken token;
  private final Tenancy tenancy;
  private final boolean compresses;

  /**
   * @param compresses whether long lists are compressed
   */
  StrictRequests(WebJson json, ConsistencyToken token, Tenancy tenancy, boolean compresses) {
    this.compresses = compresses;
    this.json = json;
    this.token = token;
    this.tenancy = tenancy;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new BodyArguments());
    resolvers.add(new RequestArguments(tenancy));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessGuard(tenancy));
    registry.addInterceptor(new QueryGuard());
    registry.addInterceptor(new HeaderGuard());
    registry.addInterceptor(token);
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new JsonStreamConverter(json, compresses));
    builder.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
  }
}
