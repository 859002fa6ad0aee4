CREATE TABLE api_keys (
  id                 INTEGER PRIMARY KEY,
  tenant_id          INTEGER NOT NULL,
  name               TEXT    NOT NULL,
  role               TEXT    NOT NULL,
  secret_hash        TEXT    NOT NULL,
  secret_start       TEXT    NOT NULL,
  secret_end         TEXT    NOT NULL,
  former             TEXT    NOT NULL,
  expires_at         INTEGER,
  knowledge_base_ids TEXT    NOT NULL,
  capabilities       TEXT    NOT NULL,
  first              INTEGER NOT NULL,
  version            INTEGER NOT NULL,
  created_at         INTEGER NOT NULL,
  updated_at         INTEGER NOT NULL
);
CREATE INDEX api_keys_of_tenant ON api_keys (tenant_id, id);
CREATE INDEX api_keys_first ON api_keys (tenant_id, first);

-- No read model: the events do not tell of it, so it is the only place where it stands.
CREATE TABLE api_key_uses (
  id           INTEGER PRIMARY KEY,
  last_used_at INTEGER NOT NULL
);
