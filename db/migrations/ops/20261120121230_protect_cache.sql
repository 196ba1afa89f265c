-- migrate:up
ALTER TABLE ops.cache ENABLE ROW LEVEL SECURITY;

-- An entry does not say whose it is, so that no person's statement may read any.
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.cache TO application_system;

CREATE POLICY system ON ops.cache
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON ops.cache;
REVOKE ALL ON ops.cache FROM application_system;
ALTER TABLE ops.cache DISABLE ROW LEVEL SECURITY;
