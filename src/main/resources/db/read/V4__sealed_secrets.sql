-- No read model, like api_key_uses: what is sealed here stands nowhere else.
CREATE TABLE sealed_secrets (
  id         TEXT    NOT NULL PRIMARY KEY,
  content    TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
);
CREATE INDEX sealed_secrets_expiry ON sealed_secrets (expires_at);
