-- How far each processor is. Written in one transaction with the documents of its batch.
CREATE TABLE processor_position (
  processor TEXT PRIMARY KEY,
  position  INTEGER NOT NULL
) WITHOUT ROWID;

-- What this store says about itself, such as the id of the event store that it was made from.
CREATE TABLE store_info (
  name    TEXT PRIMARY KEY,
  content TEXT NOT NULL
) WITHOUT ROWID;
