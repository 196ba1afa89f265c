-- SECURITY DEFINER, because nobody may make oneself a member of a team, save by an invitation:
-- a policy that allowed it would have to find the invitation that the same statement uses up.

-- migrate:up
CREATE FUNCTION iam.accept_invitation(invitation_id integer)
    RETURNS SETOF iam.team_users
    LANGUAGE sql
    VOLATILE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        WITH accepted AS (
            DELETE FROM iam.invitations AS i
            WHERE i.id = accept_invitation.invitation_id
                AND lower(i.email) = iam.current_email()
            RETURNING
                i.team_id,
                i.roles
        )

        INSERT INTO iam.team_users AS tu (user_id, team_id, roles)
        SELECT
            iam.current_user_id(),
            a.team_id,
            a.roles
        FROM accepted AS a
        ON CONFLICT (user_id, team_id) DO UPDATE
        SET roles = ARRAY(
            SELECT DISTINCT r.role
            FROM unnest(tu.roles || EXCLUDED.roles) AS r (role)
            ORDER BY r.role
        )
        RETURNING
            tu.user_id,
            tu.team_id,
            tu.roles;
    END;

COMMENT ON FUNCTION iam.accept_invitation(integer) IS
    'Uses up an invitation addressed to the current person, who becomes a member of its team or gets its roles too; no row when there is none.';

GRANT EXECUTE ON FUNCTION iam.accept_invitation(integer) TO application_user;

-- migrate:down
DROP FUNCTION iam.accept_invitation(integer);
