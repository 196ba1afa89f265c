-- Members of a team see each other: whoever could add anybody to a team would see everybody. Others
-- come in by an invitation, which asks them.

-- migrate:up
CREATE POLICY person_is_seen ON iam.team_users
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (
        EXISTS (
            SELECT
            FROM iam.users AS u
            WHERE u.id = team_users.user_id
        )
    );

-- migrate:down
DROP POLICY person_is_seen ON iam.team_users;
