CREATE TABLE IF NOT EXISTS sample (
  id         TEXT COLLATE "C" PRIMARY KEY,
  tenant_id  BIGINT NOT NULL,
  name       TEXT NOT NULL,
  note       TEXT,
  state      TEXT NOT NULL,
  hidden     BOOLEAN NOT NULL,
  content    BYTEA NOT NULL,
  "key"      TEXT NOT NULL,
  expires_at BIGINT,
  version    BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS sample_by_tenant ON sample (tenant_id, id);
CREATE TABLE IF NOT EXISTS sample_flag (id BIGINT PRIMARY KEY);
