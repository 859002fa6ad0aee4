package io.tenantry.platform.readstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class MongoErrorsTest {

  private static final ServerAddress SERVER = new ServerAddress("db1");

  private final List<RuntimeException> met = new ArrayList<>();
  private final MongoErrors errors = new MongoErrors(met::add);

  private static BsonDocument answer(int code) {
    return new BsonDocument("ok", new BsonInt32(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString("as it is"));
  }

  static Stream<RuntimeException> away() {
    var nobody = MongoCredential.createCredential("tenantry", "admin", new char[0]);
    return Stream.of(
        new MongoTimeoutException("no server"),
        new MongoOperationTimeoutException("too long"),
        new MongoExecutionTimeoutException(50, "too long"),
        new MongoSocketException("broken", SERVER),
        new MongoNotPrimaryException(answer(10107), SERVER),
        new MongoNodeIsRecoveringException(answer(11600), SERVER),
        new MongoServerUnavailableException("closed"),
        new MongoConnectionPoolClearedException(new ServerId(new ClusterId(), SERVER), null),
        new MongoSecurityException(nobody, "while authenticating"),
        new MongoWriteConcernException(
            new WriteConcernError(64, "WriteConcernTimeout", "waiting", new BsonDocument()),
            SERVER));
  }

  @ParameterizedTest
  @MethodSource("away")
  void givenServerThatCannotServeNow_whenTranslated_thenItsResourceFails(RuntimeException failure) {
    assertThat(errors.translateExceptionIfPossible(failure))
        .isInstanceOf(DataAccessResourceFailureException.class)
        .hasNoCause()
        .satisfies(found -> assertThat(found.getStackTrace()).isEmpty());
    assertThat(met).containsExactly(failure);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18, 91, 189, 262, 8000, 10107, 11600, 11602, 13435, 13436})
  void givenCodeOfAServerThatCannotServeNow_whenTranslated_thenItsResourceFails(int code) {
    assertThat(errors.translateExceptionIfPossible(new MongoCommandException(answer(code), SERVER)))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 59, 11000})
  void givenFaultOfTheProgram_whenTranslated_thenItStaysOne(int code) {
    assertThat(errors.translateExceptionIfPossible(new MongoCommandException(answer(code), SERVER)))
        .isNotNull()
        .isNotInstanceOf(DataAccessResourceFailureException.class)
        .satisfies(
            found -> assertThat(found instanceof DuplicateKeyException).isEqualTo(code == 11000));
    assertThat(met).isEmpty();
  }
}
