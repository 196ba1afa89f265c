-- migrate:up
ALTER TABLE ops.audit_trail ENABLE ROW LEVEL SECURITY;

-- Nobody may add, change or remove an entry: a trail that those it watches can write proves
-- nothing. Entries come from ops.write_audit alone.
GRANT SELECT ON ops.audit_trail TO application_user, application_readonly, application_system;

CREATE POLICY administrators_read ON ops.audit_trail
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.has_permission(NULL, 'ViewAuditTrail')));

CREATE POLICY auditors_read ON ops.audit_trail
    FOR SELECT
    TO application_user, application_readonly
    USING (team_id = ANY (ARRAY(SELECT iam.team_ids_with('ViewAuditTrail'))));

CREATE POLICY system ON ops.audit_trail
    FOR SELECT
    TO application_system
    USING (true);

-- migrate:down
DROP POLICY system ON ops.audit_trail;
DROP POLICY auditors_read ON ops.audit_trail;
DROP POLICY administrators_read ON ops.audit_trail;
REVOKE ALL ON ops.audit_trail FROM application_user, application_readonly, application_system;
ALTER TABLE ops.audit_trail DISABLE ROW LEVEL SECURITY;
