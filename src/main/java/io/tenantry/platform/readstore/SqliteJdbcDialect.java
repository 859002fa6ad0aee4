package io.tenantry.platform.readstore;

import java.util.Collection;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.relational.core.dialect.AbstractDialect;
import org.springframework.data.relational.core.dialect.LimitClause;
import org.springframework.data.relational.core.dialect.LockClause;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.IdentifierProcessing.LetterCasing;
import org.springframework.data.relational.core.sql.IdentifierProcessing.Quoting;
import org.springframework.data.relational.core.sql.LockOptions;

/** How Spring Data JDBC speaks to SQLite, which it does not know by itself. */
final class SqliteJdbcDialect extends AbstractDialect implements JdbcDialect {

  static final SqliteJdbcDialect INSTANCE = new SqliteJdbcDialect();

  private SqliteJdbcDialect() {}

  @Override
  public LimitClause limit() {
    return new LimitClause() {
      @Override
      public String getLimit(long limit) {
        return "LIMIT " + limit;
      }

      @Override
      public String getOffset(long offset) {
        // SQLite has no OFFSET without a LIMIT
        return "LIMIT -1 OFFSET " + offset;
      }

      @Override
      public String getLimitOffset(long limit, long offset) {
        return "LIMIT " + limit + " OFFSET " + offset;
      }

      @Override
      public Position getClausePosition() {
        return Position.AFTER_ORDER_BY;
      }
    };
  }

  /** Writers are alone by the transaction itself; there are no row locks. */
  @Override
  public LockClause lock() {
    return new LockClause() {
      @Override
      public String getLock(LockOptions lockOptions) {
        return "";
      }

      @Override
      public Position getClausePosition() {
        return Position.AFTER_ORDER_BY;
      }
    };
  }

  /** Always quoted, so that a column may be called {@code key}; case does not matter to SQLite. */
  @Override
  public IdentifierProcessing getIdentifierProcessing() {
    return IdentifierProcessing.create(Quoting.ANSI, LetterCasing.LOWER_CASE);
  }

  @Override
  public Collection<Object> getConverters() {
    return List.of(NumberToBoolean.INSTANCE);
  }

  /** SQLite has no booleans: it stores and returns 0 and 1. */
  @ReadingConverter
  enum NumberToBoolean implements Converter<Number, Boolean> {
    INSTANCE;

    @Override
    public Boolean convert(Number source) {
      return source.intValue() != 0;
    }
  }
}
