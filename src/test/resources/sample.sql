CREATE TABLE IF NOT EXISTS sample (
  id         TEXT PRIMARY KEY,
  tenant_id  INTEGER NOT NULL,
  name       TEXT NOT NULL,
  note       TEXT,
  state      TEXT NOT NULL,
  hidden     INTEGER NOT NULL,
  content    BLOB NOT NULL,
  "key"      TEXT NOT NULL,
  expires_at INTEGER,
  version    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sample_by_tenant ON sample (tenant_id, id);
CREATE TABLE IF NOT EXISTS sample_flag (id INTEGER PRIMARY KEY);
