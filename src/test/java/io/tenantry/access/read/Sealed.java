package io.tenantry.access.read;

import io.tenantry.MovingClock;
import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.NewApiKeys;
import io.tenantry.kernel.Sha256;
import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.projection.KeptDocuments;
import java.time.Clock;

/** New keys, and where they are sealed. */
final class Sealed {

  static final String SERVER = "the secret of one server";
  static final String OPENER = "key:17\0order-4711";

  private static final NewApiKeys KEYS = new NewApiKeys(new MovingClock(Stored.AT));

  private Sealed() {}

  static ApiKeyToken token() {
    return KEYS.next();
  }

  static ApiKeyToken rotated(ApiKeyToken token) {
    return KEYS.withNewSecret(token.keyId());
  }

  static KeptSealedSecrets in(
      ReadStoreContext read, KeptDocuments kept, Clock clock, String server) {
    return new KeptSealedSecrets(
        kept,
        read.bean(SealedSecretRepository.class),
        new Seal(purpose -> Sha256.of(server + purpose)),
        clock);
  }
}
