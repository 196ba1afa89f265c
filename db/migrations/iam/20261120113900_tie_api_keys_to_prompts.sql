-- migrate:up
ALTER TABLE iam.api_keys
    -- Not within the team: a key may be for an assistant that another team shares.
    ADD CONSTRAINT api_keys_prompt_id_fkey FOREIGN KEY (prompt_id)
        REFERENCES assistants.prompts (id) ON DELETE CASCADE;

CREATE INDEX api_keys_prompt_id_idx ON iam.api_keys (prompt_id);

CREATE POLICY prompt_is_shared ON iam.api_keys
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        prompt_id IS NULL
        OR EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = prompt_id
                AND (p.team_id = api_keys.team_id OR p.visibility = 'Company')
        )
    );

-- A key can always be taken out of use, though its prompt is shared no more. The system sets no
-- prompt, and counts the use of a key to the last.
CREATE POLICY prompt_is_shared_on_update ON iam.api_keys
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user
    USING (true)
    WITH CHECK (
        prompt_id IS NULL
        OR status <> 'active'
        OR deleted_at IS NOT NULL
        OR EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = prompt_id
                AND (p.team_id = api_keys.team_id OR p.visibility = 'Company')
        )
    );

-- migrate:down
DROP POLICY prompt_is_shared_on_update ON iam.api_keys;
DROP POLICY prompt_is_shared ON iam.api_keys;
DROP INDEX iam.api_keys_prompt_id_idx;
ALTER TABLE iam.api_keys DROP CONSTRAINT api_keys_prompt_id_fkey;
