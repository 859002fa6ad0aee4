-- Tenants are made anew from all events: their projection has a new version.
DROP TABLE tenants;
CREATE TABLE tenants (
  id                INTEGER PRIMARY KEY,
  slug              TEXT,
  name              TEXT    NOT NULL,
  description       TEXT    NOT NULL,
  search_text       TEXT    NOT NULL,
  business          TEXT    NOT NULL,
  status            TEXT    NOT NULL,
  retriever_engines TEXT    NOT NULL,
  storage_quota     INTEGER NOT NULL,
  version           INTEGER NOT NULL,
  created_at        INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL
);
CREATE INDEX tenants_slug ON tenants (slug);

CREATE TABLE tenant_blocks (
  id       INTEGER PRIMARY KEY,
  active   TEXT    NOT NULL,
  inactive TEXT    NOT NULL,
  position INTEGER NOT NULL
);

-- The trigrams of the search texts, which stay in their own table. The texts are folded already.
CREATE VIRTUAL TABLE tenants_search USING fts5 (
  search_text, content = 'tenants', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER tenants_search_insert AFTER INSERT ON tenants BEGIN
  INSERT INTO tenants_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER tenants_search_delete AFTER DELETE ON tenants BEGIN
  INSERT INTO tenants_search (tenants_search, rowid, search_text)
  VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER tenants_search_update AFTER UPDATE OF search_text ON tenants
WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO tenants_search (tenants_search, rowid, search_text)
  VALUES ('delete', old.id, old.search_text);
  INSERT INTO tenants_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
