-- One table a document; columns as Spring Data derives them from the records' components.
CREATE TABLE tenants (
  id                 INTEGER PRIMARY KEY,
  slug               TEXT,
  name               TEXT    NOT NULL,
  name_folded        TEXT    NOT NULL,
  description        TEXT    NOT NULL,
  description_folded TEXT    NOT NULL,
  business           TEXT    NOT NULL,
  status             TEXT    NOT NULL,
  retriever_engines  TEXT    NOT NULL,
  storage_quota      INTEGER NOT NULL,
  version            INTEGER NOT NULL,
  created_at         INTEGER NOT NULL,
  updated_at         INTEGER NOT NULL
);
CREATE INDEX tenants_slug ON tenants (slug);

CREATE TABLE tenant_counter (
  id                TEXT PRIMARY KEY,
  highest_tenant_id INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE models (
  id            TEXT    NOT NULL PRIMARY KEY,
  tenant_id     INTEGER NOT NULL,
  name          TEXT    NOT NULL,
  description   TEXT    NOT NULL,
  configuration TEXT    NOT NULL,
  json_schema   TEXT,
  version       INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL
);
CREATE INDEX models_of_tenant ON models (tenant_id, id);

CREATE TABLE app_keys (
  id             TEXT    NOT NULL PRIMARY KEY,
  tenant_id      INTEGER NOT NULL,
  application_id TEXT    NOT NULL,
  key_name       TEXT    NOT NULL,
  data           TEXT    NOT NULL,
  version        INTEGER NOT NULL
);

CREATE TABLE app_key_names (
  id             TEXT    NOT NULL PRIMARY KEY,
  tenant_id      INTEGER NOT NULL,
  application_id TEXT    NOT NULL,
  key_name       TEXT    NOT NULL
);
CREATE INDEX app_key_names_of_application ON app_key_names (tenant_id, application_id, key_name);

CREATE TABLE applications (
  id             TEXT    NOT NULL PRIMARY KEY,
  tenant_id      INTEGER NOT NULL,
  application_id TEXT    NOT NULL,
  key_count      INTEGER NOT NULL,
  position       INTEGER NOT NULL
);
CREATE INDEX applications_of_tenant ON applications (tenant_id, application_id);

CREATE TABLE usage (
  id       INTEGER PRIMARY KEY,
  bytes    INTEGER NOT NULL,
  position INTEGER NOT NULL
);
