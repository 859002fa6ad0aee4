package io.tenantry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tenantry {

  public static void main(String[] arguments) {
    SpringApplication.run(Tenantry.class, arguments);
  }
}
