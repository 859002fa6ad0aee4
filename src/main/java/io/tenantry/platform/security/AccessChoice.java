package io.tenantry.platform.security;

import io.tenantry.platform.EventStoreChoice;
import io.tenantry.platform.StartRefused;
import org.jspecify.annotations.Nullable;

/** Who may come in by configuration. */
public final class AccessChoice {

  private final OperatorKeys operatorKeys;
  private final boolean anonymous;

  private AccessChoice(OperatorKeys operatorKeys, boolean anonymous) {
    this.operatorKeys = operatorKeys;
    this.anonymous = anonymous;
  }

  /**
   * @param operatorKey {@code TENANTRY_OPERATOR_KEY}; null or blank for none
   * @param anonymous {@code TENANTRY_ANONYMOUS}; null or blank for the default
   * @param eventStore {@code TENANTRY_EVENT_STORE}; null or blank for the default
   * @throws StartRefused when they contradict each other, or cannot be read
   */
  public static AccessChoice of(
      @Nullable String operatorKey, @Nullable String anonymous, @Nullable String eventStore) {
    OperatorKeys keys = OperatorKeys.parse(text(operatorKey));
    boolean embedded = EventStoreChoice.of(eventStore).equals(EventStoreChoice.EMBEDDED);
    boolean allowed =
        switch (text(anonymous)) {
          case "" -> embedded && keys.isEmpty();
          case "operator" -> true;
          case "deny" -> false;
          default -> throw new StartRefused("TENANTRY_ANONYMOUS must be operator or deny.");
        };
    if (!allowed && keys.isEmpty()) {
      throw new StartRefused(
          (text(anonymous).isEmpty()
                  ? "TENANTRY_ANONYMOUS is deny unless TENANTRY_EVENT_STORE is embedded"
                  : "TENANTRY_ANONYMOUS is deny")
              + " and there is no TENANTRY_OPERATOR_KEY: nobody could come in."
              + " Set one of 32 or more of A-Z a-z 0-9 _ -");
    }
    return new AccessChoice(keys, allowed);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** For the log of a start: how many keys there are, and none of them. */
  public String inWords() {
    int count = operatorKeys.count();
    String keys = count == 1 ? "1 operator key" : count + " operator keys";
    return (count == 0 ? "" : keys + "; ")
        + (anonymous
            ? "who sends no credential is the operator, from this machine alone"
            : "nobody without a credential");
  }

  OperatorKeys operatorKeys() {
    return operatorKeys;
  }

  /** Whether a request without a credential acts as the operator. */
  public boolean anonymous() {
    return anonymous;
  }
}
