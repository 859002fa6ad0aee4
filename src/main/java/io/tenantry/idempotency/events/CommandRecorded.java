package io.tenantry.idempotency.events;

import io.tenantry.kernel.Outcome;
import io.tenantry.kernel.ResourceKind;
import io.tenantry.kernel.StoredName;
import java.util.List;
import java.util.Map;

/**
 * A client's attempt has succeeded: the last event of the command's own append, and the only one of
 * its stream, which is named after who asked and the idempotency key.
 *
 * @param fingerprint tells the request from others, in hexadecimal digits
 * @param method of the request
 * @param path of the request
 * @param status that was answered
 * @param names and the following: see {@link Outcome}
 * @param shown what the answer showed that neither the result nor events can give back; no secret
 */
@StoredName("idempotency.recorded")
public record CommandRecorded(
    String fingerprint,
    String method,
    String path,
    int status,
    String kind,
    long tenantId,
    List<String> names,
    long version,
    Map<String, String> shown) {

  public static CommandRecorded of(
      String fingerprint,
      String method,
      String path,
      int status,
      Outcome outcome,
      Map<String, String> shown) {
    return new CommandRecorded(
        fingerprint,
        method,
        path,
        status,
        outcome.kind().word(),
        outcome.tenantId(),
        outcome.names(),
        outcome.version(),
        shown);
  }

  public Outcome outcome() {
    return new Outcome(ResourceKind.of(kind), tenantId, names, version);
  }
}
