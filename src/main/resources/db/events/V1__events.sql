-- The log. Positions are given by the one writer: from 1, in the order of commits, without gaps.
-- There is no index over eventIdentifier: nothing asks for it, and it would cost each event about 50 bytes.
CREATE TABLE DomainEventEntry (
  globalIndex         INTEGER PRIMARY KEY,
  eventIdentifier     TEXT    NOT NULL,
  aggregateIdentifier TEXT    NOT NULL,
  sequenceNumber      INTEGER NOT NULL,
  type                TEXT,
  -- nanoseconds since 1970-01-01T00:00:00Z
  timeStamp           INTEGER NOT NULL,
  payloadType         TEXT    NOT NULL,
  payloadRevision     TEXT,
  payload             BLOB    NOT NULL,
  metaData            BLOB
);

-- The one lock that decides who was first.
CREATE UNIQUE INDEX DomainEventEntry_aggregate ON DomainEventEntry (aggregateIdentifier, sequenceNumber);

-- One row: which event store this is. Read models bear the same id.
CREATE TABLE store_info (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  store_id TEXT NOT NULL
);
