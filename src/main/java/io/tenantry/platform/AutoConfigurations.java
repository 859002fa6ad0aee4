package io.tenantry.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;

/** What Spring Boot would configure by itself. */
public final class AutoConfigurations {

  /** What it must leave alone. */
  public static final String EXCLUDE = "spring.autoconfigure.exclude";

  private AutoConfigurations() {}

  /**
   * @param unwanted names of classes
   * @return a value for {@link #EXCLUDE}: these beside what is excluded already
   */
  public static String excluded(Binder environment, Collection<String> unwanted) {
    Set<String> excluded =
        new LinkedHashSet<>(
            Arrays.asList(environment.bind(EXCLUDE, String[].class).orElse(new String[0])));
    excluded.addAll(unwanted);
    return String.join(",", excluded);
  }
}
