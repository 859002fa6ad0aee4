package io.tenantry.access.read;

import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.projection.KeptDocuments;
import java.util.Collection;
import org.springframework.dao.DataAccessResourceFailureException;

/** A store that counts what is put into it, and can be away. */
final class Keeping implements KeptDocuments {

  static final RuntimeException AWAY = new DataAccessResourceFailureException("away");

  private final KeptDocuments store;
  volatile boolean away;
  volatile int written;

  Keeping(ReadStoreContext read) {
    store = read.store();
  }

  @Override
  public void put(Class<?> type, Collection<?> documents) {
    if (away) {
      throw AWAY;
    }
    store.put(type, documents);
    written += documents.size();
  }

  @Override
  public void remove(Class<?> type, Collection<?> ids) {
    store.remove(type, ids);
  }
}
