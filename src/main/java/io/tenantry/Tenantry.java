package io.tenantry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the one application. */
@SpringBootApplication
public class Tenantry {

  public static void main(String[] arguments) {
    SpringApplication.run(Tenantry.class, arguments);
  }
}
