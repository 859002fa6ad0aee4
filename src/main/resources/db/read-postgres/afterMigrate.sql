-- The index for parts of words needs an extension that a server may not have or not permit. It is
-- looked for at each start, so that one that is installed later is used from then on.
DO $$
DECLARE
  home name;
BEGIN
  -- without the notices that both are there already
  PERFORM set_config('client_min_messages', 'warning', true);
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  SELECT nspname INTO home
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS tenants_search ON tenants USING gin (search_text %I.gin_trgm_ops)',
    home);
EXCEPTION
  WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
    RAISE WARNING 'searching tenants reads all of them, as PostgreSQL has no extension pg_trgm for it (%): run CREATE EXTENSION pg_trgm in this database and start again', SQLERRM;
END
$$;
