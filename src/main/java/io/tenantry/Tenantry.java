package io.tenantry;

import io.tenantry.platform.web.StartFailureReporter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tenantry {

  public static void main(String[] arguments) {
    try {
      SpringApplication.run(Tenantry.class, arguments);
    } catch (RuntimeException e) {
      if (StartFailureReporter.explain(e) == null) {
        throw e;
      }
      // it has been told in one line; a thread that an engine left behind must not keep us alive
      System.exit(1);
    }
  }
}
