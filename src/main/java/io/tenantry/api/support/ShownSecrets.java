package io.tenantry.api.support;

import io.tenantry.access.ApiKeyToken;
import io.tenantry.access.SealedSecrets;
import io.tenantry.idempotency.AnswerNotes;
import org.jspecify.annotations.Nullable;

/** Keeps secrets that answers show for those who lose the answer and ask again. */
final class ShownSecrets {

  private final SealedSecrets sealed;

  ShownSecrets(SealedSecrets sealed) {
    this.sealed = sealed;
  }

  /** Before the command is sent: what is stored with it must not wait for anything. */
  Shown seal(Shown shown, @Nullable KeyedRequest keyed) {
    ApiKeyToken secret = shown.secret();
    return keyed == null || secret == null
        ? shown
        : shown.sealed(sealed.seal(secret, keyed.opener()));
  }

  /** What the first answer showed. */
  Shown open(AnswerNotes notes, KeyedRequest keyed) {
    Shown first = Shown.values(notes.shown());
    String name = first.sealedName();
    ApiKeyToken secret = name == null ? null : sealed.open(name, keyed.opener());
    return secret == null ? first : first.with(secret);
  }

  /** Nothing has come of the command for which that was sealed. */
  void forget(Shown shown) {
    String name = shown.sealedName();
    if (name != null) {
      sealed.forget(name);
    }
  }
}
