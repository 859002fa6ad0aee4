package io.tenantry.access.read;

import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.SealedSecrets;
import io.tenantry.projection.KeptDocuments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Sealed secrets beside the read models, under the hash of each: no two secrets have one name. */
@Component
class KeptSealedSecrets implements SealedSecrets {

  static final Duration SHOWN_FOR = Duration.ofDays(7);

  // what a projection's write may have to wait for
  static final int REMOVED_AT_ONCE = 500;

  private static final Class<?> TYPE = SealedSecretDocument.class;
  // a creation waits that long for what it can do without
  private static final long SECONDS_TO_WRITE = 5;

  private final ToldOnce trouble =
      new ToldOnce(
          LoggerFactory.getLogger(KeptSealedSecrets.class),
          "Sealed secrets cannot be written now: new ones are shown once, used ones go when they"
              + " expire");
  private final KeptDocuments kept;
  private final SealedSecretRepository secrets;
  private final Seal seal;
  private final Clock clock;

  KeptSealedSecrets(KeptDocuments kept, SealedSecretRepository secrets, Seal seal, Clock clock) {
    this.kept = kept;
    this.secrets = secrets;
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public @Nullable String seal(ApiKeyToken token, String opener) {
    String name = token.kept().hash();
    var document =
        new SealedSecretDocument(
            name,
            seal.seal(token.reveal(), opener),
            clock.instant().plus(SHOWN_FOR).toEpochMilli());
    return written(() -> kept.put(TYPE, List.of(document))) ? name : null;
  }

  @Override
  public @Nullable ApiKeyToken open(String name, String opener) {
    var found = secrets.findById(name).orElse(null);
    if (found == null || found.expiresAt() <= clock.millis()) {
      return null;
    }
    String text = seal.open(found.content(), opener);
    return text == null ? null : ApiKeyToken.parse(text);
  }

  @Override
  public void forget(String name) {
    written(() -> kept.remove(TYPE, List.of(name)));
  }

  /**
   * @return whether there may be more of them
   */
  boolean removeExpired() {
    var expired =
        secrets.findByExpiresAtLessThanEqualOrderByExpiresAt(
            clock.millis(), Limit.of(REMOVED_AT_ONCE));
    if (!expired.isEmpty()) {
      kept.remove(TYPE, expired.stream().map(SealedSecretDocument::id).toList());
    }
    return expired.size() == REMOVED_AT_ONCE;
  }

  /**
   * Whether it was written in time. It is written on a thread of its own, since a driver may look
   * for its server, or wait for an answer, much longer; that thread is interrupted then. It is a
   * virtual one, whose waiting for the network ends by that.
   */
  private boolean written(Runnable write) {
    var task = new FutureTask<>(write, true);
    Thread.ofVirtual().name("sealed-secret").start(task);
    try {
      task.get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
      trouble.well();
      return true;
    } catch (ExecutionException | TimeoutException e) {
      trouble.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      trouble.failed(e);
    }
    task.cancel(true);
    return false;
  }
}
