-- A NULL among roles or scopes says nothing, and slips through checks of the others:
-- 'SystemAdministrator' <> ALL (roles) is NULL, not false, when NULL is among them.

-- migrate:up
ALTER TABLE iam.team_users
    ADD CONSTRAINT team_users_roles_no_null_check CHECK (array_position(roles, NULL) IS NULL);
ALTER TABLE iam.invitations
    ADD CONSTRAINT invitations_roles_no_null_check CHECK (array_position(roles, NULL) IS NULL);
ALTER TABLE iam.api_keys
    ADD CONSTRAINT api_keys_scopes_no_null_check CHECK (array_position(scopes, NULL) IS NULL);

-- migrate:down
ALTER TABLE iam.api_keys DROP CONSTRAINT api_keys_scopes_no_null_check;
ALTER TABLE iam.invitations DROP CONSTRAINT invitations_roles_no_null_check;
ALTER TABLE iam.team_users DROP CONSTRAINT team_users_roles_no_null_check;
