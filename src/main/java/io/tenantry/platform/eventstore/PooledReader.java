package io.tenantry.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection whose {@code close} gives it back and whose statements stay prepared: preparing one
 * anew costs more than the query. Used by one thread at a time, for a handful of statements.
 */
final class PooledReader {

  private static final Logger log = LoggerFactory.getLogger(PooledReader.class);

  private final Connection real;
  private final Connection face;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  PooledReader(Connection real, Consumer<PooledReader> giveBack) {
    this.real = real;
    this.face =
        face(
            Connection.class,
            (method, arguments) -> {
              if (method.getName().equals("close")) {
                giveBack.accept(this);
                return null;
              }
              return method.getName().equals("prepareStatement")
                      && arguments != null
                      && arguments.length == 1
                  ? prepared(String.valueOf(arguments[0]))
                  : call(real, method, arguments);
            });
  }

  Connection connection() {
    return face;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    var known = statements.get(sql);
    if (known != null) {
      return known;
    }
    var statement = real.prepareStatement(sql);
    var kept =
        face(
            PreparedStatement.class,
            (method, arguments) ->
                method.getName().equals("close") ? null : call(statement, method, arguments));
    statements.put(sql, kept);
    return kept;
  }

  void shut() {
    try {
      real.close();
    } catch (SQLException e) {
      log.warn("A reading connection to the events could not be closed", e);
    }
  }

  private interface Calls {
    @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  private static <T> T face(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (face, method, arguments) -> calls.answer(method, arguments)));
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
