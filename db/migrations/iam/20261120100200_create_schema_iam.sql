-- migrate:up
CREATE SCHEMA iam;

COMMENT ON SCHEMA iam IS
    'Identity and access: people, teams, roles, permissions, invitations and keys.';

-- migrate:down
DROP SCHEMA iam;
