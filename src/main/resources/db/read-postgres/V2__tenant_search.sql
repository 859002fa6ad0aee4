-- Tenants are made anew from all events: their projection has a new version.
TRUNCATE tenants;
ALTER TABLE tenants
  DROP COLUMN name_folded,
  DROP COLUMN description_folded,
  ADD COLUMN search_text TEXT COLLATE "C" NOT NULL;

CREATE TABLE tenant_blocks (
  id       BIGINT PRIMARY KEY,
  active   TEXT   NOT NULL,
  inactive TEXT   NOT NULL,
  position BIGINT NOT NULL
) WITH (fillfactor = 50);
