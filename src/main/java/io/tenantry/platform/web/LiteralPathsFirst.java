package io.tenantry.platform.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A path that a mapping spells out is never a value of another mapping's variable: {@code PUT
 * /tenants/all} is 405, not a change of a tenant named {@code all}. Spring falls back to the
 * variable for the methods that the literal path lacks, and names them in {@code Allow}.
 */
final class LiteralPathsFirst extends RequestMappingHandlerMapping {

  private List<RequestMappingInfo> literals = List.of();

  @Override
  public void afterPropertiesSet() {
    super.afterPropertiesSet();
    literals =
        getHandlerMethods().keySet().stream()
            .filter(mapping -> !mapping.getDirectPaths().isEmpty())
            .toList();
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    PathContainer parsed = ServletRequestPathUtils.getParsedRequestPath(request);
    Set<RequestMappingInfo> spelledOut =
        literals.stream()
            .filter(mapping -> spellsOut(mapping, parsed))
            .collect(Collectors.toUnmodifiableSet());
    boolean served =
        spelledOut.isEmpty()
            || spelledOut.stream().anyMatch(m -> m.getMatchingCondition(request) != null);
    return served
        ? super.lookupHandlerMethod(path, request)
        : handleNoMatch(spelledOut, path, request);
  }

  /** By the decoded path: {@code /%61ll} is {@code /all}. */
  private static boolean spellsOut(RequestMappingInfo mapping, PathContainer path) {
    return requireNonNull(mapping.getPathPatternsCondition()).getPatterns().stream()
        .anyMatch(pattern -> !pattern.hasPatternSyntax() && pattern.matches(path));
  }
}
