-- name: GetArtist :one
SELECT * FROM artists
WHERE id = $1 LIMIT 1;

-- name: ListArtists :many
SELECT * FROM artists
ORDER BY name;

-- name: GetArtistByName :one
-- GetArtistByName ignores case.
select id, name, kind from artists where lower(name) = lower(sqlc.arg('name'));

/* name: ListArtistNames :many */
SELECT name FROM artists WHERE kind = ANY($1::artist_kind[]) ORDER BY name;

# name: CountArtists :one
SELECT count(*) FROM artists;

-- name: CreateArtist :one
INSERT INTO artists (
  name, kind, bio, tags
) VALUES (
  $1, $2, $3, $4
)
RETURNING *;

-- name: UpsertArtist :one
INSERT INTO artists (name, kind) VALUES (@name, @kind)
ON CONFLICT (lower(name)) DO UPDATE SET kind = EXCLUDED.kind
RETURNING id;

-- name: UpdateArtist :execrows
UPDATE artists SET
  name = coalesce(sqlc.narg('name'), name),
  kind = coalesce(sqlc.narg(kind), kind),
  bio = CASE WHEN @set_bio::bool THEN @bio ELSE bio END
WHERE id = sqlc.arg(id);

-- name: SetArtistLinks :exec
UPDATE artists SET links = links || $2 WHERE id = $1;

-- name: ListArtistsByTags :many
SELECT id, name, tags FROM artists WHERE tags && @tags::text[] ORDER BY id;

-- name: ListArtistsByIDs :many
SELECT id, name FROM artists WHERE id IN (sqlc.slice('ids')) ORDER BY id;

-- name: ListOtherArtists :many
SELECT id FROM artists WHERE id NOT IN (sqlc.slice(ids)) ORDER BY id;

-- name: SearchArtists :many
SELECT id, name FROM artists
WHERE (sqlc.narg('pattern')::text IS NULL OR name ILIKE sqlc.narg('pattern'))
  AND (@kind::artist_kind IS NULL OR kind = @kind)
ORDER BY
  CASE WHEN @by_name::bool THEN name END,
  id
LIMIT sqlc.arg('limit') OFFSET sqlc.arg('offset');

-- name: DeleteArtist :exec
DELETE FROM artists
WHERE id = $1;

-- name: DeleteAllArtists :execresult
-- @sqlc-vet-disable
DELETE FROM artists;
