package io.tenantry.platform.web;

import io.micrometer.common.KeyValues;
import io.tenantry.api.support.ClientCaching;
import io.tenantry.api.support.ConsistencyWait;
import io.tenantry.api.support.Problems;
import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Memory;
import io.tenantry.platform.Engine;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.platform.security.AccessChoice;
import io.tenantry.platform.tracing.TracingChoice;
import io.tenantry.projection.ReadModels;
import jakarta.servlet.Filter;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The way of a request before it reaches an endpoint. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  @Bean
  ConsistencyWait consistencyWait(TenantryProperties properties) {
    return new ConsistencyWait(properties.consistency().atMost());
  }

  @Bean
  ClientCaching clientCaching(TenantryProperties properties) {
    return new ClientCaching(properties.appKeys().maxAge());
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter(
      @Value("${" + TracingChoice.PROPERTY + ":false}") boolean tracing) {
    return at(0, new RequestIdFilter(!tracing));
  }

  @Bean
  StartReport startReport(
      Environment environment, ObjectProvider<Engine> engines, AccessChoice access) {
    return new StartReport(environment, engines.orderedStream().toList(), access);
  }

  @Bean
  Memory memory(TenantryProperties properties) {
    return new Memory(Runtime.getRuntime().maxMemory(), properties.http().turn());
  }

  @Bean
  Pace pace(TenantryProperties properties) {
    return new Pace(properties.http().patience(), properties.http().bytesPerSecond());
  }

  @Bean
  CostlyWork costlyWork(TenantryProperties properties) {
    Integer width = properties.http().costly();
    return new CostlyWork(
        width == null ? Math.max(2, Runtime.getRuntime().availableProcessors()) : width,
        Math.max(1, properties.http().threads() / 2),
        properties.http().turn());
  }

  @Bean
  FilterRegistrationBean<BoundedWorkFilter> boundedWorkFilter(
      Memory memory, CostlyWork work, Pace pace, Problems problems) {
    return at(5, new BoundedWorkFilter(memory, work, pace, problems));
  }

  @Bean
  FilterRegistrationBean<StartingFilter> startingFilter(ReadModels readModels, Problems problems) {
    return at(10, new StartingFilter(readModels, problems));
  }

  // at 20: Spring Security, by spring.security.filter.order

  @Bean
  FilterRegistrationBean<RequestLineFilter> requestLineFilter(Problems problems) {
    return at(30, new RequestLineFilter(problems));
  }

  /** Before all filters of the framework, some of which read what nobody has checked yet. */
  private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
    return registration;
  }

  /** Who waits to be told whether to send its body is told so once it is to be read. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> lateContinue() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(
                    ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
              }
            });
  }

  /** Without the path as it was sent: names of tenants and keys stand in it. */
  @Bean
  ServerRequestObservationConvention requestsByTheirPattern() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
      }
    };
  }

  /** In the place of Spring Boot's own, which asks for this name. */
  @Bean
  DispatcherServlet dispatcherServlet() {
    return new Dispatcher();
  }

  @Bean
  WebMvcRegistrations literalPathsFirst() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new LiteralPathsFirst();
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> protocolOfTomcat() {
    return factory -> {
      factory.setProtocol(TaggedCompression.class.getName());
      // so that it comes to who knows the methods of a path, and who asks
      factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    };
  }

  /** Each connection has two such buffers, also one that only stays open. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallSocketBuffers() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setProperty("socket.appReadBufSize", "4096");
              connector.setProperty("socket.appWriteBufSize", "4096");
            });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> valves(
      TenantryProperties properties, Problems problems) {
    TenantryProperties.Http http = properties.http();
    return factory ->
        factory.addContextCustomizers(
            context -> {
              var pipeline = context.getParent().getPipeline();
              pipeline.addValve(new RequestThreads(http.threads(), http.turn().toNanos()));
              pipeline.addValve(new SlowSenderValve());
              pipeline.addValve(new ProblemReportValve(problems));
            });
  }
}
