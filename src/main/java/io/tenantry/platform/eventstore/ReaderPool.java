package io.tenantry.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.jdbc.ConnectionProvider;

/**
 * A fixed number of connections that only read and keep their prepared statements. Who asks waits
 * for a free one; nobody holds one longer than a query.
 */
final class ReaderPool implements ConnectionProvider, AutoCloseable {

  /** Opens one more connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition given = lock.newCondition();
  private final List<PooledReader> all = new ArrayList<>();
  private final Deque<PooledReader> idle = new ArrayDeque<>();
  private boolean closed;

  ReaderPool(int size, Opener opener) throws SQLException {
    for (int i = 0; i < size; i++) {
      all.add(new PooledReader(opener.open(), this::giveBack));
    }
    idle.addAll(all);
  }

  @Override
  public Connection getConnection() throws SQLException {
    lock.lock();
    try {
      while (idle.isEmpty() && !closed) {
        given.awaitUninterruptibly();
      }
      if (closed) {
        throw new SQLException("the event store is closed");
      }
      return idle.pop().connection();
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(PooledReader reader) {
    lock.lock();
    try {
      idle.push(reader);
      given.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the queries that run, refuses new ones. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      given.signalAll();
      while (idle.size() < all.size()) {
        given.awaitUninterruptibly();
      }
      all.forEach(PooledReader::shut);
      all.clear();
      idle.clear();
    } finally {
      lock.unlock();
    }
  }
}
