-- Groups (who gets which channels), grants beside the roles, and the identity provider.
INSERT INTO iam.groups (id, name, description, created_at)
VALUES
    (2201, 'Everyone', 'The usual channels.', now() - interval '180 days'),
    (2202, 'Early birds', 'Channels that are being tried out.', now() - interval '60 days');

INSERT INTO iam.group_members (group_id, user_id)
VALUES
    (2201, 1001),
    (2201, 1002),
    (2201, 1003),
    (2201, 1004),
    (2201, 1005),
    (2201, 1007),
    (2201, 1008),
    (2202, 1003),
    (2202, 1007);

INSERT INTO iam.permission_grants (id, user_id, role, resource, action, conditions, created_at)
VALUES
    (2301, 1003, NULL, 'demo-report', 'Read', '{}', now() - interval '40 days'),
    (2302, 1007, NULL, 'demo-report', 'Admin', '{"team": "Orchard"}', now() - interval '40 days'),
    (2303, NULL, 'TeamManager', 'demo-billing', 'Read', '{}', now() - interval '90 days'),
    (2304, NULL, 'SystemAdministrator', 'demo-billing', 'Admin', '{}', now() - interval '90 days');

INSERT INTO iam.oauth_clients (id, client_id, client_secret, provider, created_at, provider_url)
VALUES
    (
        2401, 'quern-demo', 'demo placeholder, not a ciphertext: client secret', 'Keycloak',
        now() - interval '200 days', 'https://login.example.org/realms/demo'
    );
