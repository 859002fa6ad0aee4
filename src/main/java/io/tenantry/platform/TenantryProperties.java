package io.tenantry.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Tenantry's own configuration; the names are stable.
 *
 * @param dataDir the folder of the embedded engines and of the server's own secrets
 * @param operatorKey the operator's keys; null or empty when there is none
 * @param anonymous what a request without a credential may do: {@code operator} or {@code deny};
 *     null for the default
 * @param eventStore the engine of the events: {@code embedded}, {@code postgres} or {@code
 *     axonserver}
 * @param readStore the engine of the read models: {@code mongodb}, or that of the events where it
 *     keeps any; null for the default
 * @param secret the server's secret; null to have it made once and kept in the data folder
 * @param consistency how long who waits for what
 * @param appKeys what concerns app keys alone
 * @param authFailuresPerMinute how many credentials that are none an address may send; 0 for any
 *     number
 * @param rateLimit how often tenants' keys may ask
 * @param cors which web pages may ask
 * @param http how slow a client may be, and how long it waits for its turn
 */
@ConfigurationProperties("tenantry")
public record TenantryProperties(
    @DefaultValue("./data") Path dataDir,
    @Nullable String operatorKey,
    @Nullable String anonymous,
    @DefaultValue("embedded") String eventStore,
    @Nullable String readStore,
    @Nullable String secret,
    @DefaultValue Consistency consistency,
    @DefaultValue AppKeys appKeys,
    @DefaultValue("60") int authFailuresPerMinute,
    @DefaultValue RateLimit rateLimit,
    @DefaultValue Cors cors,
    @DefaultValue Http http) {

  /**
   * @param atMost ({@code tenantry.consistency.wait}) how long a write waits for its read model,
   *     and a read for its token, at most
   */
  public record Consistency(@Name("wait") @DefaultValue("2s") Duration atMost) {}

  /**
   * @param maxAge how long a client may use what it has read without asking again
   */
  public record AppKeys(@DefaultValue("0s") Duration maxAge) {}

  /**
   * @param perTenant requests a minute; 0 for no limit
   * @param perKey likewise
   */
  public record RateLimit(@DefaultValue("0") int perTenant, @DefaultValue("0") int perKey) {}

  /**
   * @param allowedOrigins such as {@code https://console.example.com}; empty for none
   */
  public record Cors(@DefaultValue List<String> allowedOrigins) {}

  /**
   * @param patience so long a body may take to arrive, and an answer to be taken, at least
   * @param bytesPerSecond each second of it after that must bring so many bytes on average
   * @param turn how long a request waits before it is refused: for a thread, for memory when it is
   *     large, for its turn when it is costly
   * @param threads how many requests are worked on at the same time
   * @param costly how many of them do costly work at the same time; null for one a processor, and
   *     two at least
   */
  public record Http(
      @DefaultValue("20s") Duration patience,
      @DefaultValue("32768") int bytesPerSecond,
      @DefaultValue("5s") Duration turn,
      @DefaultValue("256") int threads,
      @Nullable Integer costly) {}

  /** Without what is secret: who prints this by mistake gives nothing away. */
  @Override
  public String toString() {
    return "TenantryProperties[dataDir=" + dataDir + ", eventStore=" + eventStore + "]";
  }
}
