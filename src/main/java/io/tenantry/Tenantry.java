package io.tenantry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tenantry {

  public static void main(String[] arguments) {
    ProcessGuard.install();
    // an advertisement of Axon's, in each start's log
    System.setProperty("disable-axoniq-console-message", "true");
    try {
      SpringApplication.run(Tenantry.class, arguments);
    } catch (RuntimeException e) {
      // told already, by StartFailureReporter or by Spring Boot; a thread that an engine left
      // behind must not keep us alive
      System.exit(1);
    }
  }
}
