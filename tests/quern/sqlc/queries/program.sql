-- name: ListProgram :many
SELECT * FROM program ORDER BY starts_at, artist;

-- name: EachSet :iter
SELECT artist_id, minutes FROM sets ORDER BY starts_at, artist_id;

-- name: ListSetsOfStage :many
SELECT sqlc.embed(artists), s.starts_at, s.minutes
FROM sets s
JOIN artists ON artists.id = s.artist_id
JOIN stages ON stages.id = s.stage_id
WHERE stages.slug = $1
ORDER BY s.starts_at;

-- name: ListSetsWithStages :many
SELECT sqlc.embed(s), sqlc.embed(st)
FROM sets s
LEFT JOIN stages st ON st.id = s.stage_id
ORDER BY s.starts_at, s.artist_id;

-- name: BusiestStages :many
WITH minutes_by_stage AS (
  SELECT stage_id, sum(minutes)::bigint AS total, max(starts_at) AS last_start
  FROM sets
  GROUP BY stage_id
)
SELECT st.slug, coalesce(m.total, 0)::bigint AS minutes, m.last_start
FROM stages st
LEFT JOIN minutes_by_stage m ON m.stage_id = st.id
ORDER BY 2 DESC, 1
LIMIT $1;

-- name: AllNames :many
SELECT name, 'artist' AS what FROM artists
UNION ALL
SELECT slug, 'stage' FROM stages
ORDER BY 1;

-- name: MoveSets :many
WITH moved AS (
  UPDATE sets SET stage_id = @to_stage
  WHERE stage_id = @from_stage
  RETURNING artist_id, starts_at
)
SELECT m.artist_id, m.starts_at, a.name
FROM moved m
JOIN artists a ON a.id = m.artist_id
ORDER BY 1, 2;

-- name: RankedSets :many
SELECT artist_id, starts_at,
  row_number() OVER (PARTITION BY stage_id ORDER BY starts_at) AS position,
  lag(starts_at) OVER (PARTITION BY stage_id ORDER BY starts_at) AS previous
FROM sets
WHERE starts_at BETWEEN sqlc.arg(since) AND sqlc.arg(until);

-- name: Greet :one
SELECT greet($1);

-- name: CreateStage :one
INSERT INTO stages (slug, capacity) VALUES ($1, $2) RETURNING id;

-- name: GetStageLocation :one
SELECT id, location FROM stages WHERE slug = $1;
