-- name: get_cache_entry :one
-- Get what is kept under a key; None when there is nothing, or it has expired.
-- @role system
SELECT
    value,
    content_type,
    tags,
    expires_at
FROM ops.cache
WHERE key = :key
    AND expires_at > now();

-- name: set_cache_entry :exec
-- Keep a value under a key until a moment, in place of what is kept there.
-- @role system
-- @param value: as the application encodes it
-- @param content_type: media type of the value
-- @param tags: names by which `delete_cache_entries_by_tag` throws it away
INSERT INTO ops.cache (key, value, content_type, tags, expires_at)
VALUES (:key, :value, :content_type, :tags, :expires_at)
ON CONFLICT (key) DO UPDATE
SET
    value = EXCLUDED.value,
    content_type = EXCLUDED.content_type,
    tags = EXCLUDED.tags,
    expires_at = EXCLUDED.expires_at;

-- name: delete_cache_entry :execrows
-- Throw away what is kept under a key, expired or not.
-- @role system
DELETE FROM ops.cache
WHERE key = :key;

-- name: delete_cache_entries_by_tag :execrows
-- Throw away all that is kept with a tag.
-- @role system
DELETE FROM ops.cache
WHERE tags @> ARRAY[:tag];

-- name: purge_expired_cache :one
-- Delete what has expired, and give how many entries it was.
-- @role system
-- @column purged!
SELECT ops.purge_expired_cache() AS purged;
