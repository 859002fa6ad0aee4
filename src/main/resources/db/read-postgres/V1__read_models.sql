-- Texts compare by their bytes, as on every other engine: pages go on in the same order everywhere.

-- How far each processor is. Written in one transaction with the documents of its batch; half-empty
-- pages let a row be replaced where it stands.
CREATE TABLE processor_position (
  processor TEXT COLLATE "C" PRIMARY KEY,
  position  BIGINT NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- What this store says about itself, such as the id of the event store that it was made from.
CREATE TABLE store_info (
  name    TEXT COLLATE "C" PRIMARY KEY,
  content TEXT NOT NULL
);

-- One table a document; columns as Spring Data derives them from the records' components.
CREATE TABLE tenants (
  id                 BIGINT PRIMARY KEY,
  slug               TEXT COLLATE "C",
  name               TEXT   NOT NULL,
  name_folded        TEXT   COLLATE "C" NOT NULL,
  description        TEXT   NOT NULL,
  description_folded TEXT   COLLATE "C" NOT NULL,
  business           TEXT   NOT NULL,
  status             TEXT   COLLATE "C" NOT NULL,
  retriever_engines  TEXT   NOT NULL,
  storage_quota      BIGINT NOT NULL,
  version            BIGINT NOT NULL,
  created_at         BIGINT NOT NULL,
  updated_at         BIGINT NOT NULL
);
CREATE INDEX tenants_slug ON tenants (slug);

CREATE TABLE tenant_counter (
  id                TEXT   COLLATE "C" PRIMARY KEY,
  highest_tenant_id BIGINT NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE models (
  id            TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  tenant_id     BIGINT NOT NULL,
  name          TEXT   NOT NULL,
  description   TEXT   NOT NULL,
  configuration TEXT   NOT NULL,
  json_schema   TEXT,
  version       BIGINT NOT NULL,
  created_at    BIGINT NOT NULL,
  updated_at    BIGINT NOT NULL
);
CREATE INDEX models_of_tenant ON models (tenant_id, id);

CREATE TABLE app_keys (
  id             TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  tenant_id      BIGINT NOT NULL,
  application_id TEXT   NOT NULL,
  key_name       TEXT   NOT NULL,
  data           TEXT   NOT NULL,
  version        BIGINT NOT NULL
);

CREATE TABLE app_key_names (
  id             TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  tenant_id      BIGINT NOT NULL,
  application_id TEXT   COLLATE "C" NOT NULL,
  key_name       TEXT   COLLATE "C" NOT NULL
);
CREATE INDEX app_key_names_of_application ON app_key_names (tenant_id, application_id, key_name);

CREATE TABLE applications (
  id             TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  tenant_id      BIGINT NOT NULL,
  application_id TEXT   COLLATE "C" NOT NULL,
  key_count      BIGINT NOT NULL,
  position       BIGINT NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX applications_of_tenant ON applications (tenant_id, application_id);

CREATE TABLE usage (
  id       BIGINT PRIMARY KEY,
  bytes    BIGINT NOT NULL,
  position BIGINT NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE api_keys (
  id                 BIGINT PRIMARY KEY,
  tenant_id          BIGINT  NOT NULL,
  name               TEXT    NOT NULL,
  role               TEXT    NOT NULL,
  secret_hash        TEXT    NOT NULL,
  secret_start       TEXT    NOT NULL,
  secret_end         TEXT    NOT NULL,
  former             TEXT    NOT NULL,
  expires_at         BIGINT,
  knowledge_base_ids TEXT    NOT NULL,
  capabilities       TEXT    NOT NULL,
  first              BOOLEAN NOT NULL,
  version            BIGINT  NOT NULL,
  created_at         BIGINT  NOT NULL,
  updated_at         BIGINT  NOT NULL
);
CREATE INDEX api_keys_of_tenant ON api_keys (tenant_id, id);
CREATE INDEX api_keys_first ON api_keys (tenant_id) WHERE first;

-- No read model: the events do not tell of it, so it is the only place where it stands.
CREATE TABLE api_key_uses (
  id           BIGINT PRIMARY KEY,
  last_used_at BIGINT NOT NULL
) WITH (fillfactor = 50);

-- No read model, like api_key_uses: what is sealed here stands nowhere else.
CREATE TABLE sealed_secrets (
  id         TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  content    TEXT   NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX sealed_secrets_expiry ON sealed_secrets (expires_at);
