-- name: create_invitation :one
-- Invite somebody to a team.
--
-- For those who have the permission InvitePeopleToTeam in it. The link holds two random halves made
-- by the application: a selector, which finds the invitation, and a verifier, of which only the
-- SHA-256 is sent here.
-- @returns Invitation
-- @param roles: roles the person gets on accepting
-- @param invitation_selector: public half of the link
-- @param invitation_verifier_hash: SHA-256 of the secret half of the link
INSERT INTO iam.invitations (
    team_id,
    email,
    first_name,
    last_name,
    roles,
    invitation_selector,
    invitation_verifier_hash
)
VALUES (
    :team_id,
    :email,
    :first_name,
    :last_name,
    :roles,
    :invitation_selector,
    :invitation_verifier_hash
)
RETURNING
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at;

-- name: get_invitation :one
-- Get an invitation that the current user's team sent or that is addressed to the user.
-- @returns Invitation
SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at
FROM iam.invitations
WHERE id = :invitation_id
    AND (
        team_id IN (
            SELECT tu.team_id
            FROM iam.team_users AS tu
            WHERE tu.user_id = iam.current_user_id()
        )
        OR lower(email) = (
            SELECT lower(u.email)
            FROM iam.users AS u
            WHERE u.id = iam.current_user_id()
        )
    );

-- name: list_invitations :many
-- List the open invitations of a team of the current user, oldest first.
-- @returns Invitation
SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at
FROM iam.invitations
WHERE team_id = :team_id
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at, id;

-- name: list_my_invitations :many
-- List the invitations addressed to the current user, with the name of the team.
--
-- Created by is the address of the team's creator; None when that account no longer exists.
SELECT
    i.id,
    i.email,
    i.first_name,
    i.last_name,
    (
        SELECT coalesce(t.name, 'Name not set')
        FROM iam.teams AS t
        WHERE t.id = i.team_id
    ) AS team_name,
    i.team_id,
    i.roles,
    (
        SELECT creator.email
        FROM iam.teams AS t
        INNER JOIN iam.users AS creator
            ON creator.id = t.created_by_user_id
        WHERE t.id = i.team_id
    ) AS created_by,
    i.created_at
FROM iam.invitations AS i
WHERE lower(i.email) = (
    SELECT lower(u.email)
    FROM iam.users AS u
    WHERE u.id = iam.current_user_id()
)
ORDER BY i.created_at, i.id;

-- name: find_invitation_secret :one
-- Find the invitation a link leads to, with the hash to check the link's verifier against.
--
-- Compare in constant time, before anything is shown or done.
-- @role system
-- @returns InvitationSecret
-- @param invitation_selector: public half of the link
SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    invitation_selector,
    invitation_verifier_hash,
    created_at
FROM iam.invitations
WHERE invitation_selector = :invitation_selector;

-- name: accept_invitation :one
-- Accept an invitation addressed to the current user and become a member of its team.
--
-- The invitation is used up in the same statement, so that it works once. Somebody who is a
-- member already keeps the roles held and gets the new ones too. None when there is no such
-- invitation for the current user.
SELECT
    user_id,
    team_id,
    roles
FROM iam.accept_invitation(:invitation_id)
LIMIT 1;

-- name: delete_invitation :execrows
-- Withdraw an invitation of a team of the current user.
--
-- For those who have the permission InvitePeopleToTeam in it.
DELETE FROM iam.invitations
WHERE id = :invitation_id
    AND team_id = :team_id
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: delete_invitations_to :execrows
-- Delete every invitation of a team to one address, ignoring case.
--
-- For the person at that address, who declines or has joined, and for those who have the
-- permission InvitePeopleToTeam in the team.
DELETE FROM iam.invitations
WHERE lower(email) = lower(:email)
    AND team_id = :team_id;

-- name: delete_stale_invitations :execrows
-- Delete the invitations of all teams that were made before a moment.
-- @role system
DELETE FROM iam.invitations
WHERE created_at < :created_before;
