package io.tenantry.platform.security;

import io.github.bucket4j.TimeMeter;
import io.tenantry.access.AccessChanges;
import io.tenantry.access.ApiKeys;
import io.tenantry.access.NewApiKeys;
import io.tenantry.api.support.AnonymousAccess;
import io.tenantry.api.support.ConsistencyWait;
import io.tenantry.api.support.Problems;
import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.TenantryProperties;
import io.tenantry.projection.OwnQueries;
import java.time.Clock;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may come in, wired into Spring Security. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  @Bean
  AccessChoice accessChoice(TenantryProperties properties) {
    return AccessChoice.of(
        properties.operatorKey(), properties.anonymous(), properties.eventStore());
  }

  @Bean
  AnonymousAccess anonymousAccess(AccessChoice choice) {
    return new AnonymousAccess(choice.anonymous());
  }

  @Bean
  NewApiKeys newApiKeys(Clock clock) {
    return new NewApiKeys(clock);
  }

  /** It also keeps Spring Boot from making a user, whose password it would log. */
  @Bean
  AuthenticationManager authenticationManager(
      AccessChoice choice,
      ApiKeys apiKeys,
      AccessChanges changes,
      ConsistencyWait wait,
      OwnQueries queries,
      Refusals refusals,
      Clock clock,
      NewApiKeys newApiKeys) {
    return new ProviderManager(
        new KeyAuthentication(
            choice.operatorKeys(),
            apiKeys,
            changes,
            wait,
            queries,
            refusals,
            clock,
            newApiKeys.next()));
  }

  @Bean
  Admission admission(
      AuthenticationManager manager,
      AnonymousAccess anonymous,
      TenantryProperties properties,
      Problems problems) {
    return new Admission(
        new CredentialConverter(),
        manager,
        anonymous,
        new FailedAttempts(properties.authFailuresPerMinute(), TimeMeter.SYSTEM_NANOTIME),
        problems);
  }

  @Bean
  HttpFirewall httpFirewall() {
    return Firewall.forNamesOfAnyKind();
  }

  @Bean
  RequestRejectedHandler rejectedRequests(Admission admission, Problems problems) {
    return new RejectedRequests(admission, problems);
  }

  /** Its metrics would say of each request by what kind of credential it came. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain door(
      HttpSecurity http,
      AuthenticationManager manager,
      Admission admission,
      Problems problems,
      TenantryProperties properties,
      WebEndpointProperties actuator) {
    var limits =
        new RequestLimitFilter(
            properties.rateLimit().perTenant(),
            properties.rateLimit().perKey(),
            TimeMeter.SYSTEM_NANOTIME,
            problems);
    if (!properties.cors().allowedOrigins().isEmpty()) {
      http.addFilter(CrossOrigin.filter(properties.cors().allowedOrigins(), problems));
    }
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers.cacheControl(cache -> cache.disable()).addHeaderWriter(new NoStore()))
        .authenticationManager(manager)
        .addFilterBefore(new AdmissionFilter(admission), ExceptionTranslationFilter.class)
        .addFilterAfter(limits, AdmissionFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(OpenPaths::include)
                    .permitAll()
                    .requestMatchers(actuator.getBasePath() + "/**")
                    .hasRole(Admitted.OPERATOR)
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(unauthenticated(problems))
                    .accessDeniedHandler(forbidden(problems)))
        .build();
  }

  private static AuthenticationEntryPoint unauthenticated(Problems problems) {
    return (request, response, e) ->
        problems.write(request, response, NotAdmitted.unauthenticated());
  }

  private static AccessDeniedHandler forbidden(Problems problems) {
    return (request, response, e) ->
        problems.write(
            request, response, Refusal.of(RefusalCode.FORBIDDEN, "this is the operator's to do"));
  }
}
