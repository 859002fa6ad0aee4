package io.tenantry.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was refused outside of any endpoint, where only a status or a cause is known. */
@Controller
@Hidden
@OpenToAll
final class FallbackErrors implements ErrorController {

  private final Problems problems;

  FallbackErrors(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // whoever calls the path itself finds nothing there
    problems.write(
        request,
        response,
        status instanceof Integer s ? s : 404,
        cause instanceof Throwable failure ? failure : null);
  }
}
