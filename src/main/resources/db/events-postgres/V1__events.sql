-- The log. Positions are given by the writer: from 1, in the order of commits, without gaps.
-- Texts compare by their bytes, as on every other engine, and need no rules of a language.
CREATE TABLE DomainEventEntry (
  globalIndex         BIGINT NOT NULL PRIMARY KEY,
  eventIdentifier     TEXT   NOT NULL,
  aggregateIdentifier TEXT   COLLATE "C" NOT NULL,
  sequenceNumber      BIGINT NOT NULL,
  type                TEXT,
  -- nanoseconds since 1970-01-01T00:00:00Z
  timeStamp           BIGINT NOT NULL,
  payloadType         TEXT   NOT NULL,
  payloadRevision     TEXT,
  payload             BYTEA  NOT NULL,
  metaData            BYTEA
) WITH (
  -- rows are never changed: pages are filled, and only inserts call the vacuum, which freezes them for good
  fillfactor = 100,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_freeze_min_age = 0,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 100000
);

-- The one lock that decides who was first, and the way to the events of one stream.
CREATE UNIQUE INDEX DomainEventEntry_aggregate ON DomainEventEntry (aggregateIdentifier, sequenceNumber);

-- From a time to its position; a few kilobytes, since times and positions go together.
CREATE INDEX DomainEventEntry_time ON DomainEventEntry USING brin (timeStamp);

-- One row: which event store this is. Read models bear the same id.
CREATE TABLE store_info (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  store_id TEXT NOT NULL
);
