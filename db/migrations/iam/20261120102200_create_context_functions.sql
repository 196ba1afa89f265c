-- What policies ask about the person on whose behalf a transaction runs.
--
-- Each is SECURITY DEFINER: it has to read memberships that the caller's own policies, which call
-- it, are there to limit. Identity comes from the context alone, never from an argument. STABLE,
-- so that `ARRAY(SELECT ...)` around a call in a policy is evaluated once a statement.

-- migrate:up
CREATE FUNCTION iam.current_team_id()
    RETURNS integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    RETURN nullif(current_setting('app.team_id', true), '')::integer;

COMMENT ON FUNCTION iam.current_team_id() IS
    'The one team the transaction is limited to, from the setting app.team_id; NULL for all teams of the person.';

CREATE FUNCTION iam.is_signed_in()
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM iam.users AS u
        WHERE u.id = iam.current_user_id()
            AND u.status = 'active'
    );

COMMENT ON FUNCTION iam.is_signed_in() IS
    'Whether a person is set whose account is active.';

CREATE FUNCTION iam.is_system_admin()
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM iam.users AS u
        WHERE u.id = iam.current_user_id()
            AND u.status = 'active'
            AND u.system_admin
    );

COMMENT ON FUNCTION iam.is_system_admin() IS
    'Whether the current person administers the whole installation.';

CREATE FUNCTION iam.current_team_ids()
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT tu.team_id
        FROM iam.team_users AS tu
        INNER JOIN iam.users AS u
            ON u.id = tu.user_id
        WHERE tu.user_id = iam.current_user_id()
            AND u.status = 'active'
            AND tu.team_id = coalesce(iam.current_team_id(), tu.team_id);
    END;

COMMENT ON FUNCTION iam.current_team_ids() IS
    'The teams of the current person, or the one of them that the transaction is limited to.';

CREATE FUNCTION iam.managed_team_ids()
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT tu.team_id
        FROM iam.team_users AS tu
        INNER JOIN iam.users AS u
            ON u.id = tu.user_id
        WHERE tu.user_id = iam.current_user_id()
            AND u.status = 'active'
            AND tu.team_id = coalesce(iam.current_team_id(), tu.team_id)
            AND 'TeamManager' = ANY (tu.roles);
    END;

COMMENT ON FUNCTION iam.managed_team_ids() IS
    'Those of iam.current_team_ids() in which the current person is a manager.';

CREATE FUNCTION iam.team_ids_with(wanted iam.permission)
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT tu.team_id
        FROM iam.team_users AS tu
        INNER JOIN iam.users AS u
            ON u.id = tu.user_id
        WHERE tu.user_id = iam.current_user_id()
            AND u.status = 'active'
            AND tu.team_id = coalesce(iam.current_team_id(), tu.team_id)
            AND EXISTS (
                SELECT
                FROM iam.roles_permissions AS rp
                WHERE rp.permission = team_ids_with.wanted
                    AND (
                        rp.role = ANY (tu.roles)
                        OR (rp.role = 'SystemAdministrator' AND u.system_admin)
                    )
            );
    END;

COMMENT ON FUNCTION iam.team_ids_with(iam.permission) IS
    'Those of iam.current_team_ids() in which the current person has a permission.';

CREATE FUNCTION iam.current_roles(within integer DEFAULT NULL)
    RETURNS SETOF iam.role
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT held.role
        FROM iam.users AS u
        CROSS JOIN LATERAL (
            SELECT unnest(tu.roles)
            FROM iam.team_users AS tu
            WHERE tu.user_id = u.id
                AND tu.team_id = coalesce(current_roles.within, tu.team_id)
                AND tu.team_id = coalesce(iam.current_team_id(), tu.team_id)
            UNION
            SELECT 'SystemAdministrator'
            WHERE u.system_admin
        ) AS held (role)
        WHERE u.id = iam.current_user_id()
            AND u.status = 'active';
    END;

COMMENT ON FUNCTION iam.current_roles(integer) IS
    'The roles that the current person holds in a team, or in any where it is NULL, each once.';

CREATE FUNCTION iam.has_permission(team_id integer, wanted iam.permission)
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM iam.roles_permissions AS rp
        WHERE rp.permission = has_permission.wanted
            AND rp.role IN (
                SELECT held.role
                -- No team has the id 0: without one, a system administrator's role is what is left.
                FROM iam.current_roles(coalesce(has_permission.team_id, 0)) AS held (role)
            )
    );

COMMENT ON FUNCTION iam.has_permission(integer, iam.permission) IS
    'Whether the current person has a permission in a team; NULL asks for the whole installation.';

CREATE FUNCTION iam.is_granted(
    wanted_resource text,
    wanted_action text,
    context jsonb DEFAULT '{}',
    team_id integer DEFAULT NULL
)
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM iam.permission_grants AS g
        WHERE g.resource = is_granted.wanted_resource
            AND g.action IN (is_granted.wanted_action, 'Admin')
            AND iam.is_signed_in()
            AND (
                g.user_id = iam.current_user_id()
                OR g.role IN (
                    SELECT held.role
                    FROM iam.current_roles(coalesce(is_granted.team_id, 0)) AS held (role)
                )
            )
            AND NOT EXISTS (
                SELECT
                FROM jsonb_each(g.conditions) AS c (key, value)
                WHERE (is_granted.context -> c.key) IS DISTINCT FROM c.value
            )
    );

COMMENT ON FUNCTION iam.is_granted(text, text, jsonb, integer) IS
    'Whether a grant to the current person, or to a role held in the team, allows an action on a resource. Each key of the grant''s conditions must be in the context with an equal value; Admin allows every action.';

CREATE FUNCTION iam.current_email()
    RETURNS text
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN (
        SELECT lower(u.email)
        FROM iam.users AS u
        WHERE u.id = iam.current_user_id()
            AND u.status = 'active'
    );

COMMENT ON FUNCTION iam.current_email() IS
    'E-mail address of the current person in lower case, by which invitations are addressed; NULL when nobody is signed in.';

CREATE FUNCTION iam.inviting_team_ids()
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT i.team_id
        FROM iam.invitations AS i
        WHERE lower(i.email) = iam.current_email();
    END;

COMMENT ON FUNCTION iam.inviting_team_ids() IS
    'The teams that invited the current person, who may know their names before joining.';

CREATE FUNCTION iam.visible_user_ids()
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT iam.current_user_id()
        WHERE iam.is_signed_in()
        UNION
        SELECT mate.user_id
        FROM iam.team_users AS mate
        WHERE mate.team_id IN (SELECT iam.current_team_ids())
        UNION
        SELECT t.created_by_user_id
        FROM iam.teams AS t
        WHERE t.id IN (
            SELECT iam.current_team_ids()
            UNION ALL
            SELECT iam.inviting_team_ids()
        );
    END;

COMMENT ON FUNCTION iam.visible_user_ids() IS
    'The people that the current person may know of: oneself, those who share a team, and the founders of one''s teams and of teams that sent an invitation.';

GRANT EXECUTE ON FUNCTION
    iam.current_team_id(),
    iam.is_signed_in(),
    iam.is_system_admin(),
    iam.current_team_ids(),
    iam.managed_team_ids(),
    iam.team_ids_with(iam.permission),
    iam.current_roles(integer),
    iam.has_permission(integer, iam.permission),
    iam.is_granted(text, text, jsonb, integer),
    iam.current_email(),
    iam.inviting_team_ids(),
    iam.visible_user_ids()
TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION iam.visible_user_ids();
DROP FUNCTION iam.inviting_team_ids();
DROP FUNCTION iam.current_email();
DROP FUNCTION iam.is_granted(text, text, jsonb, integer);
DROP FUNCTION iam.has_permission(integer, iam.permission);
DROP FUNCTION iam.current_roles(integer);
DROP FUNCTION iam.team_ids_with(iam.permission);
DROP FUNCTION iam.managed_team_ids();
DROP FUNCTION iam.current_team_ids();
DROP FUNCTION iam.is_system_admin();
DROP FUNCTION iam.is_signed_in();
DROP FUNCTION iam.current_team_id();
