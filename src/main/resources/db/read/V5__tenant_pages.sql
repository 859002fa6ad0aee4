-- A page by its number is counted off: over ids alone, not over whole rows.
CREATE INDEX tenants_by_id ON tenants (id);
