-- name: get_user :one
-- Get a person by id, if the current user may know of that person.
--
-- Administrators know everybody; others know themselves, those who share a team with them, and
-- the founders of their teams, even if they left, and of teams that invite them.
-- @returns User
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id = :user_id;

-- name: get_current_user :one
-- Get the person on whose behalf the transaction runs.
--
-- None when no person is set, or the account is gone or not active.
-- @returns User
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id = iam.current_user_id();

-- name: find_user_by_openid_sub :one
-- Find the person an identity provider calls by this subject.
-- @role system
-- @returns User
-- @param openid_sub: the provider's sub claim
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE openid_sub = :openid_sub;

-- name: find_user_by_email :one
-- Find a person by e-mail address, ignoring case.
-- @role system
-- @returns User
-- @param email: the address as typed
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE lower(email) = lower(:email);

-- name: find_user_by_username :one
-- Find a person by username, exactly as written.
-- @role system
-- @returns User
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE username = :username;

-- name: create_user :one
-- Create the account of a person known to an identity provider.
--
-- The first account of all is made system administrator; the row returned shows it.
-- @role system
-- @returns User
-- @param openid_sub: the provider's sub claim
INSERT INTO iam.users (openid_sub, email, first_name, last_name)
VALUES (:openid_sub, :email, :first_name, :last_name)
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at;

-- name: create_local_user :one
-- Create the account of a person who signs in with a username and a password.
--
-- Such an account has no identity provider, so its subject is generated.
-- @role system
-- @returns User
-- @param password_hash: Argon2 hash made by the application, never the password
INSERT INTO iam.users (openid_sub, username, password_hash, email, first_name, last_name)
VALUES (
    'local:' || gen_random_uuid(),
    :username,
    :password_hash,
    :email,
    :first_name,
    :last_name
)
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at;

-- name: sign_in_user :one
-- Find or create the account of a person who signed in at an identity provider.
--
-- One statement, so that two first requests at once make one account. An existing account takes
-- over the e-mail address and the names the provider now gives; a name it does not give stays.
-- An address that belongs to another account is a unique violation: nobody takes over an account
-- by its address.
-- @role system
-- @returns User
-- @param openid_sub: the provider's sub claim
INSERT INTO iam.users AS u (openid_sub, email, first_name, last_name)
VALUES (:openid_sub, :email, :first_name, :last_name)
ON CONFLICT (openid_sub) DO UPDATE
SET
    email = EXCLUDED.email,
    first_name = coalesce(EXCLUDED.first_name, u.first_name),
    last_name = coalesce(EXCLUDED.last_name, u.last_name)
RETURNING
    u.id,
    u.openid_sub,
    u.username,
    u.email,
    u.first_name,
    u.last_name,
    u.status,
    u.system_admin,
    u.created_at,
    u.updated_at;

-- name: list_users :many
-- List the people that the current user may know of in order of id, one page at a time.
--
-- Everybody for an administrator.
-- @returns User
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE id > coalesce(:after_id, 0)
ORDER BY id
LIMIT :limit;

-- name: list_users_by_status :many
-- List the people of one status that the current user may know of, one page at a time.
--
-- Everybody of that status for an administrator; in order of id.
-- @returns User
-- @param status: active, suspended or deactivated
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE status = :status
    AND id > coalesce(:after_id, 0)
ORDER BY id
LIMIT :limit;

-- name: list_system_admins :many
-- List the administrators of the installation that the current user may know of.
--
-- All of them, whatever their status, for an administrator.
-- @returns User
SELECT
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at
FROM iam.users
WHERE system_admin
ORDER BY id;

-- name: count_users :one
-- Number of accounts, of any status.
-- @role system
SELECT count(*) AS user_count
FROM iam.users;

-- name: count_users_by_status :many
-- Number of accounts of each status that occurs, as far as the current user may know of them.
--
-- All of them for an administrator.
SELECT
    status,
    count(*) AS user_count
FROM iam.users
GROUP BY status
ORDER BY status;

-- name: has_admin :one
-- Whether anybody who may sign in administers the installation.
-- @role system
SELECT EXISTS (
    SELECT
    FROM iam.users
    WHERE system_admin
        AND status = 'active'
) AS has_admin;

-- name: update_user :one
-- Replace what a person's profile says.
--
-- Administrators change anybody's, others the names of their own: another address or username is
-- refused. None when there is no such person, or it is neither.
-- @returns User
UPDATE iam.users
SET
    username = :username,
    email = :email,
    first_name = :first_name,
    last_name = :last_name
WHERE id = :user_id
RETURNING
    id,
    openid_sub,
    username,
    email,
    first_name,
    last_name,
    status,
    system_admin,
    created_at,
    updated_at;

-- name: set_user_name :execrows
-- Set a person's given and family name; one's own, or anybody's by an administrator.
UPDATE iam.users
SET
    first_name = :first_name,
    last_name = :last_name
WHERE id = :user_id;

-- name: set_user_status :execrows
-- Activate, suspend or deactivate an account.
--
-- For administrators.
-- @param status: active, suspended or deactivated
UPDATE iam.users
SET status = :status
WHERE id = :user_id;

-- name: grant_system_admin :execrows
-- Make a person a system administrator; no row when the person is one already.
--
-- For administrators.
UPDATE iam.users
SET system_admin = true
WHERE id = :user_id
    AND NOT system_admin;

-- name: revoke_system_admin :execrows
-- Take the administrator's right from a person, unless no other one who may sign in would remain.
--
-- For administrators. Their rows are locked first: of two who revoke each other's right at the
-- same moment, the second one finds that it is the last.
WITH administrators AS (
    SELECT
        id,
        status
    FROM iam.users
    WHERE system_admin
    ORDER BY id
    FOR UPDATE
)

UPDATE iam.users
SET system_admin = false
WHERE id = :user_id
    AND system_admin
    AND EXISTS (
        SELECT
        FROM administrators
        WHERE administrators.id <> :user_id
            AND administrators.status = 'active'
    );

-- name: delete_user :execrows
-- Delete an account with its memberships, keys and grants; teams it created stay.
--
-- With it go its conversations and settings, and the files, projects, integrations, connections and
-- document pipelines that it made; assistants and datasets stay.
--
-- For administrators. To keep its history, set the status to deactivated instead.
DELETE FROM iam.users
WHERE id = :user_id;

-- name: get_user_credentials :one
-- Get the password hash of a person by id, to confirm the password of somebody signed in.
-- @role system
-- @returns UserCredentials
SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE id = :user_id;

-- name: find_user_credentials_by_username :one
-- Find the password hash to check a sign-in by username against.
--
-- When there is no row, or no hash, check the password against a fixed hash all the same, so
-- that the time taken does not tell which usernames exist.
-- @role system
-- @returns UserCredentials
SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE username = :username;

-- name: find_user_credentials_by_email :one
-- Find the password hash to check a sign-in by e-mail address against, ignoring case.
-- @role system
-- @returns UserCredentials
-- @param email: the address as typed
SELECT
    id,
    status,
    password_hash
FROM iam.users
WHERE lower(email) = lower(:email);

-- name: set_password_hash :execrows
-- Set or remove the password of an account.
-- @role system
-- @param password_hash: Argon2 hash made by the application; None removes the password
UPDATE iam.users
SET password_hash = :password_hash
WHERE id = :user_id;
