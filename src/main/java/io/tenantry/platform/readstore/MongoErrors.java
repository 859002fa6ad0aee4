package io.tenantry.platform.readstore;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/**
 * Spring's, and what it takes for faults of the program: a primary that steps down, a pool that is
 * cleared because its server went away, a majority that does not answer, a user who may no more.
 */
final class MongoErrors implements PersistenceExceptionTranslator {

  private static final Set<Class<? extends MongoException>> KINDS =
      Set.of(
          MongoNotPrimaryException.class,
          MongoNodeIsRecoveringException.class,
          MongoConnectionPoolClearedException.class,
          MongoServerUnavailableException.class,
          MongoTimeoutException.class,
          MongoExecutionTimeoutException.class,
          MongoWriteConcernException.class,
          MongoSecurityException.class);

  /**
   * Unauthorized, AuthenticationFailed, MaxTimeMSExpired, ExceededTimeLimit, AtlasError, and those
   * by which drivers know that another try may find a primary.
   */
  private static final Set<Integer> CODES =
      Set.of(
          13, 18, 50, 262, 8000, 6, 7, 89, 91, 189, 9001, 10058, 10107, 11600, 11602, 13435, 13436);

  private final MongoExceptionTranslator springs = new MongoExceptionTranslator();
  private final Consumer<RuntimeException> away;

  /**
   * @param away is told each failure of a MongoDB that cannot be used now
   */
  MongoErrors(Consumer<RuntimeException> away) {
    this.away = away;
  }

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
    var found = springs.translateExceptionIfPossible(failure);
    if (!isAway(failure) && !(found instanceof DataAccessResourceFailureException)) {
      return found;
    }
    away.accept(failure);
    return new MongoAway(failure);
  }

  private static boolean isAway(RuntimeException failure) {
    if (failure instanceof MongoBulkWriteException bulk) {
      return bulk.getWriteErrors().isEmpty() && bulk.getWriteConcernError() != null;
    }
    return KINDS.stream().anyMatch(kind -> kind.isInstance(failure))
        || (failure instanceof MongoException other && CODES.contains(other.getCode()));
  }
}
