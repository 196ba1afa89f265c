-- name: list_oauth_clients :many
-- List the registrations with OAuth 2 providers, without their secrets.
-- @role system
-- @returns OauthClient
SELECT
    id,
    client_id,
    provider,
    provider_url,
    created_at
FROM iam.oauth_clients
ORDER BY lower(provider), id;

-- name: get_oauth_client :one
-- Get a registration by id, without its secret.
-- @role system
-- @returns OauthClient
SELECT
    id,
    client_id,
    provider,
    provider_url,
    created_at
FROM iam.oauth_clients
WHERE id = :oauth_client_id;

-- name: find_oauth_client_secret_by_provider :one
-- Find the newest registration with a provider, secret included.
-- @role system
-- @returns OauthClientSecret
SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE provider = :provider
ORDER BY id DESC
LIMIT 1;

-- name: find_oauth_client_secret_by_provider_url :one
-- Find the registration with the provider at an address, secret included.
-- @role system
-- @returns OauthClientSecret
SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE provider_url = :provider_url;

-- name: list_oauth_client_secrets :many
-- List registrations with their secrets in order of id, to encrypt them under a new key.
-- @role system
-- @returns OauthClientSecret
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    client_id,
    client_secret,
    provider,
    provider_url
FROM iam.oauth_clients
WHERE id > coalesce(:after_id, 0)
ORDER BY id
LIMIT :limit;

-- name: reserve_oauth_client_id :one
-- Take the id of a registration about to be created.
--
-- The application binds the encrypted secret to the row's id, so it needs the id first.
-- @role system
SELECT nextval(pg_get_serial_sequence('iam.oauth_clients', 'id'))::integer AS oauth_client_id;

-- name: create_oauth_client :one
-- Add a registration under an id taken by `reserve_oauth_client_id`.
-- @role system
-- @returns OauthClient
-- @param client_secret: ciphertext made by the application, never the secret
-- @param provider_url: address that identifies the provider, where its name does not
INSERT INTO iam.oauth_clients (id, client_id, client_secret, provider, provider_url)
VALUES (:oauth_client_id, :client_id, :client_secret, :provider, :provider_url)
RETURNING
    id,
    client_id,
    provider,
    provider_url,
    created_at;

-- name: set_oauth_client_secret :execrows
-- Replace the secret of a registration, or encrypt it anew.
-- @role system
-- @param client_secret: ciphertext made by the application, never the secret
UPDATE iam.oauth_clients
SET client_secret = :client_secret
WHERE id = :oauth_client_id;

-- name: delete_oauth_client :execrows
-- Delete a registration.
-- @role system
DELETE FROM iam.oauth_clients
WHERE id = :oauth_client_id;
