-- A DELETE without conditions asks no policy for SELECT, which was all that kept a person whose
-- context is one team from leaving the others too.

-- migrate:up
ALTER POLICY member_leaves ON iam.team_users
    USING (
        user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
        AND team_id = coalesce((SELECT iam.current_team_id()), team_id)
    );

-- migrate:down
ALTER POLICY member_leaves ON iam.team_users
    USING (
        user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
    );
