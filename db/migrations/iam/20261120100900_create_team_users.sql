-- migrate:up
CREATE TABLE iam.team_users (
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    roles iam.role[] NOT NULL,
    CONSTRAINT team_users_pkey PRIMARY KEY (user_id, team_id),
    CONSTRAINT team_users_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES iam.users (id) ON DELETE CASCADE,
    CONSTRAINT team_users_team_id_fkey FOREIGN KEY (team_id)
        REFERENCES iam.teams (id) ON DELETE CASCADE,
    -- Only iam.users.system_admin makes an administrator; a team's manager must not be able to.
    CONSTRAINT team_users_roles_check CHECK ('SystemAdministrator' <> ALL (roles))
);

CREATE INDEX team_users_team_id_idx ON iam.team_users (team_id);

COMMENT ON TABLE iam.team_users IS
    'Membership of a person in a team.';
COMMENT ON COLUMN iam.team_users.user_id IS
    'The member.';
COMMENT ON COLUMN iam.team_users.team_id IS
    'The team.';
COMMENT ON COLUMN iam.team_users.roles IS
    'Roles of the member within this team.';

-- migrate:down
DROP TABLE iam.team_users;
