-- People, teams and who belongs where. The first person of all is made administrator by a trigger;
-- the others are what db/README.md says under "Demo data".
--
-- The password of everybody who has one is quern-demo, hashed with Argon2id (64 MiB, 3 rounds,
-- 4 lanes). Nils and Ida sign in through an identity provider and have none.
INSERT INTO iam.users (
    id, openid_sub, email, first_name, last_name, username, system_admin, status, password_hash,
    created_at, updated_at
)
VALUES
    (
        1001, 'demo|ada', 'ada@example.org', 'Ada', 'Quill', 'ada', true, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$5qNg2Z5DY05CN85G+QvvYg$Z7xah6Pj1JJgtuNZGNUI7d4XeVO4aQ5TqNFKKdtaUEY',
        now() - interval '200 days', now() - interval '200 days'
    ),
    (
        1002, 'demo|mira', 'mira@example.org', 'Mira', 'Holt', 'mira', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$PFk86Aknm8WhIZ0d6GjuOA$19R1ma6+arTxEkK7O6VDG5xYHLIvQ7Qv488theMJoM4',
        now() - interval '190 days', now() - interval '190 days'
    ),
    (
        1003, 'demo|colm', 'colm@example.org', 'Colm', 'Reed', 'colm', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$EC/sZ6kq7AJgCB+s1nSdTw$JDlTVDip89U6q8KEvdIIKt35wLQfmm6ZkDvQRWv1G5U',
        now() - interval '180 days', now() - interval '90 days'
    ),
    (
        1004, 'demo|bea', 'bea@example.org', 'Bea', 'Stone', 'bea', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$3bnrEHjbAD6CZZvOYyI6dQ$ITwYkUlL1x+YV5ePvWyQN9jo8v/mdn4X80TFJEi0wSA',
        now() - interval '195 days', now() - interval '60 days'
    ),
    (
        1005, 'demo|tom', 'tom@example.org', 'Tom', 'Vale', 'tom', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$j7gcFx1X5mUtX7/ke6NKTg$ArthvIciNgjmHNfujxMcRmOA8WHGJd0HYnosNqDl/p4',
        now() - interval '150 days', now() - interval '150 days'
    ),
    (
        1006, 'demo|sue', 'sue@example.org', 'Sue', 'Marsh', 'sue', false, 'suspended',
        '$argon2id$v=19$m=65536,t=3,p=4$kJRgBwRhm8/J2uW+W716Rg$yfLmWW5Jw1VKt2Tx/hd6sfzdoCNiF0cF09itB3AoAdU',
        now() - interval '170 days', now() - interval '20 days'
    ),
    (
        1007, 'demo|oren', 'oren@example.org', 'Oren', 'Pike', 'oren', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$AJ9m/aPRlUyUFwUkDGZEgg$K4h1T5NiNLV4PNBwFKSh/uiPn2WDbgpWh7UcHKIOtdU',
        now() - interval '185 days', now() - interval '185 days'
    ),
    (
        1008, 'demo|lena', 'lena@example.org', 'Lena', 'Frost', 'lena', false, 'active',
        '$argon2id$v=19$m=65536,t=3,p=4$aMqlSuTDDZq++wFPwKMFRQ$Fh6g2owpRigJ8alKm+85ilIA6BXVXqLxlIKquprOU4g',
        now() - interval '100 days', now() - interval '100 days'
    ),
    (
        1009, 'demo|nils', 'nils@example.org', 'Nils', 'Crane', NULL, false, 'active', NULL,
        now() - interval '3 days', now() - interval '3 days'
    ),
    (
        1010, 'demo|ida', 'ida@example.org', 'Ida', 'Winter', NULL, false, 'deactivated', NULL,
        now() - interval '160 days', now() - interval '10 days'
    );

-- The audit trail names who founded each team, and where the entry comes from.
SELECT
    set_config('app.request_id', 'demo-seed', true),
    set_config('app.session_id', 'demo-session', true),
    set_config('app.client_ip', '192.0.2.10', true);

SELECT set_config('app.user_id', '1004', true);

INSERT INTO iam.teams (id, name, created_by_user_id)
VALUES (2001, 'Harbour', 1004);

INSERT INTO iam.team_users (team_id, user_id, roles)
VALUES
    (2001, 1004, '{TeamManager,Collaborator}'),
    (2001, 1002, '{TeamManager}'),
    (2001, 1003, '{Collaborator}'),
    (2001, 1005, '{Collaborator}'),
    (2001, 1006, '{Collaborator}'),
    (2001, 1010, '{Collaborator}');

SELECT set_config('app.user_id', '1007', true);

INSERT INTO iam.teams (id, name, created_by_user_id)
VALUES (2002, 'Orchard', 1007);

INSERT INTO iam.team_users (team_id, user_id, roles)
VALUES
    (2002, 1007, '{TeamManager,Collaborator}'),
    (2002, 1005, '{TeamManager,Collaborator}');

SELECT set_config('app.user_id', '1008', true);

INSERT INTO iam.teams (id, name, created_by_user_id)
VALUES (2003, 'Lighthouse', 1008);

INSERT INTO iam.team_users (team_id, user_id, roles)
VALUES (2003, 1008, '{TeamManager,Collaborator}');

-- Nils has an account and no team yet; Eve has only her invitation. The links end in the secrets
-- demo-nils and demo-eve.
SELECT set_config('app.user_id', '1007', true);

INSERT INTO iam.invitations (
    id, team_id, email, first_name, last_name, roles, invitation_selector,
    invitation_verifier_hash, created_at
)
VALUES
    (
        2101, 2002, 'nils@example.org', 'Nils', 'Crane', '{Collaborator}', 'demo-selector-nils',
        encode(sha256('demo-nils'), 'hex'), now() - interval '2 days'
    );

SELECT set_config('app.user_id', '1002', true);

INSERT INTO iam.invitations (
    id, team_id, email, first_name, last_name, roles, invitation_selector,
    invitation_verifier_hash, created_at
)
VALUES
    (
        2102, 2001, 'eve@example.org', 'Eve', 'Newcomb', '{TeamManager,Collaborator}',
        'demo-selector-eve', encode(sha256('demo-eve'), 'hex'), now() - interval '1 day'
    );
