package io.tenantry.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which engine holds the events. */
public final class EventStoreChoice {

  /** Set to one of the words below in every environment that starts. */
  public static final String PROPERTY = "tenantry.event-store";

  public static final String EMBEDDED = "embedded";
  public static final String POSTGRES = "postgres";
  public static final String AXON_SERVER = "axonserver";

  private EventStoreChoice() {}

  /**
   * @param wanted {@code TENANTRY_EVENT_STORE}; null or blank for the default
   * @throws StartRefused when it is none of the words
   */
  public static String of(@Nullable String wanted) {
    String word = wanted == null ? "" : wanted.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "" -> EMBEDDED;
      case EMBEDDED, POSTGRES, AXON_SERVER -> word;
      default ->
          throw new StartRefused(
              "TENANTRY_EVENT_STORE is '"
                  + wanted
                  + "'; it must be embedded, postgres or axonserver.");
    };
  }
}
