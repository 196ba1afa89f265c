-- name: list_translations :many
-- List the texts of the user interface in all languages, by language and key.
-- @returns Translation
SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
ORDER BY locale, key;

-- name: list_translations_of_locale :many
-- List the texts of the user interface in one language, by key.
--
-- No other language fills in what this one lacks.
-- @returns Translation
-- @param locale: BCP 47 tag as stored, such as en or pt-BR
SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
WHERE locale = :locale
ORDER BY key;

-- name: list_translations_of_locale_for_anybody :many
-- List the texts in one language, by key, where nobody is signed in yet.
-- @role system
-- @returns Translation
-- @param locale: BCP 47 tag as stored, such as en or pt-BR
SELECT
    id,
    locale,
    key,
    value,
    created_at,
    updated_at
FROM ops.translations
WHERE locale = :locale
ORDER BY key;

-- name: set_translation :one
-- Add a text in one language, or replace it.
--
-- For administrators.
-- @returns Translation
-- @param locale: BCP 47 tag, such as en or pt-BR
INSERT INTO ops.translations (locale, key, value)
VALUES (:locale, :key, :value)
ON CONFLICT (locale, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    locale,
    key,
    value,
    created_at,
    updated_at;

-- name: delete_translation :execrows
-- Delete a text in one language.
--
-- For administrators.
DELETE FROM ops.translations
WHERE locale = :locale
    AND key = :key;
