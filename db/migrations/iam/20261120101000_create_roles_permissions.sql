-- migrate:up
CREATE TABLE iam.roles_permissions (
    role iam.role NOT NULL,
    permission iam.permission NOT NULL,
    CONSTRAINT roles_permissions_pkey PRIMARY KEY (role, permission)
);

COMMENT ON TABLE iam.roles_permissions IS
    'Which permissions each role carries; changed by migrations only.';
COMMENT ON COLUMN iam.roles_permissions.role IS
    'The role.';
COMMENT ON COLUMN iam.roles_permissions.permission IS
    'A permission the role carries.';

-- migrate:down
DROP TABLE iam.roles_permissions;
