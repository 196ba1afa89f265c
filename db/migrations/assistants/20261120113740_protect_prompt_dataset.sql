-- A row belongs to its prompt: the sub-select on prompts runs under their own policies. EXISTS
-- looks at one prompt where few rows are asked for, however many are visible.

-- migrate:up
ALTER TABLE assistants.prompt_dataset ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON assistants.prompt_dataset
    TO application_user, application_readonly, application_system;
-- Nothing to update: another dataset is another row.
GRANT INSERT, DELETE ON assistants.prompt_dataset TO application_user;

CREATE POLICY readers_of_prompt_read ON assistants.prompt_dataset
    FOR SELECT
    TO application_user, application_readonly
    USING (EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = prompt_dataset.prompt_id));

CREATE POLICY members_insert ON assistants.prompt_dataset
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = prompt_dataset.prompt_id)
    );

CREATE POLICY members_delete ON assistants.prompt_dataset
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = prompt_dataset.prompt_id)
    );

CREATE POLICY dataset_is_shared ON assistants.prompt_dataset
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        EXISTS (
            SELECT
            FROM rag.datasets AS d
            WHERE d.id = dataset_id
                AND (d.team_id = prompt_dataset.team_id OR d.visibility = 'Company')
        )
    );

CREATE POLICY dataset_is_shared_on_update ON assistants.prompt_dataset
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user, application_system
    USING (true)
    WITH CHECK (
        EXISTS (
            SELECT
            FROM rag.datasets AS d
            WHERE d.id = dataset_id
                AND (d.team_id = prompt_dataset.team_id OR d.visibility = 'Company')
        )
    );

CREATE POLICY system ON assistants.prompt_dataset
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON assistants.prompt_dataset;
DROP POLICY dataset_is_shared_on_update ON assistants.prompt_dataset;
DROP POLICY dataset_is_shared ON assistants.prompt_dataset;
DROP POLICY members_delete ON assistants.prompt_dataset;
DROP POLICY members_insert ON assistants.prompt_dataset;
DROP POLICY readers_of_prompt_read ON assistants.prompt_dataset;
REVOKE ALL ON assistants.prompt_dataset
    FROM application_user, application_readonly, application_system;
ALTER TABLE assistants.prompt_dataset DISABLE ROW LEVEL SECURITY;
