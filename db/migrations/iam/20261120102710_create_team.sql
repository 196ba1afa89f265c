-- SECURITY DEFINER, because nobody may make oneself a member of a team: a policy that let a founder
-- into a team without members would let one back into a team that others filled and left.

-- migrate:up
CREATE FUNCTION iam.create_team(name character varying)
    RETURNS SETOF iam.teams
    LANGUAGE sql
    VOLATILE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        WITH founded AS (
            INSERT INTO iam.teams (name, created_by_user_id)
            -- NULL, which is refused, when nobody is signed in.
            VALUES (create_team.name, CASE WHEN iam.is_signed_in() THEN iam.current_user_id() END)
            RETURNING
                id,
                name,
                created_by_user_id,
                slug
        ),

        joined AS (
            INSERT INTO iam.team_users (user_id, team_id, roles)
            SELECT
                f.created_by_user_id,
                f.id,
                '{TeamManager,Collaborator}'
            FROM founded AS f
        )

        SELECT
            f.id,
            f.name,
            f.created_by_user_id,
            f.slug
        FROM founded AS f;
    END;

COMMENT ON FUNCTION iam.create_team(character varying) IS
    'Makes a team of the current person, who becomes its manager and first collaborator; an error when nobody is signed in.';

GRANT EXECUTE ON FUNCTION iam.create_team(character varying) TO application_user;

-- migrate:down
DROP FUNCTION iam.create_team(character varying);
