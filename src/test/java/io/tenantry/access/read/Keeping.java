package io.tenantry.access.read;

import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.projection.KeptDocuments;
import java.util.Collection;
import org.springframework.dao.DataAccessResourceFailureException;

/** A store that counts what is put into it and taken out of it at once, and can be away. */
final class Keeping implements KeptDocuments {

  static final RuntimeException AWAY = new DataAccessResourceFailureException("away");

  private final KeptDocuments store;
  volatile boolean away;
  volatile int written;
  volatile int mostRemovedAtOnce;

  Keeping(ReadStoreContext read) {
    store = read.store();
  }

  @Override
  public void put(Class<?> type, Collection<?> documents) {
    reach();
    store.put(type, documents);
    written += documents.size();
  }

  @Override
  public void remove(Class<?> type, Collection<?> ids) {
    reach();
    store.remove(type, ids);
    mostRemovedAtOnce = Math.max(mostRemovedAtOnce, ids.size());
  }

  private void reach() {
    if (away) {
      throw AWAY;
    }
  }
}
