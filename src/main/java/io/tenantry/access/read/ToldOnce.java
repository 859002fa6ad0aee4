package io.tenantry.access.read;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Warns when something begins to fail, and not again until it has been well once. */
final class ToldOnce {

  private final AtomicBoolean told = new AtomicBoolean();
  private final Logger log;
  private final String what;

  ToldOnce(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  void failed(Throwable cause) {
    if (told.compareAndSet(false, true)) {
      log.warn(what, cause);
    } else {
      log.debug(what, cause);
    }
  }

  void well() {
    told.set(false);
  }
}
