-- migrate:up
ALTER TABLE assistants.prompts ENABLE ROW LEVEL SECURITY;

-- The system prompt too: a column cannot be hidden row by row. Queries leave it out where the
-- person lacks the permission ViewSystemPrompt in the prompt's team.
GRANT SELECT ON assistants.prompts TO application_user, application_readonly, application_system;
GRANT INSERT (
    team_id, model_id, visibility, name, max_history_items, max_chunks, max_completion_tokens,
    trim_ratio, temperature, system_prompt, created_by, prompt_type, description, disclaimer,
    example1, example2, example3, example4, category_id, image_icon_object_id
) ON assistants.prompts TO application_user;
GRANT UPDATE (
    model_id, visibility, name, max_history_items, max_chunks, max_completion_tokens, trim_ratio,
    temperature, system_prompt, updated_at, prompt_type, description, disclaimer, example1,
    example2, example3, example4, category_id, image_icon_object_id
) ON assistants.prompts TO application_user;
GRANT DELETE ON assistants.prompts TO application_user;

-- Together with the index on the team: without it, whoever looks for prompts looks at all of them.
CREATE INDEX prompts_company_wide_idx ON assistants.prompts (id) WHERE visibility = 'Company';

CREATE POLICY members_read ON assistants.prompts
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY everyone_reads_company_wide ON assistants.prompts
    FOR SELECT
    TO application_user, application_readonly
    USING (visibility = 'Company' AND (SELECT iam.is_signed_in()));

CREATE POLICY members_insert ON assistants.prompts
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND created_by = (SELECT iam.current_user_id())
    );

CREATE POLICY members_update ON assistants.prompts
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY members_delete ON assistants.prompts
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY company_wide_needs_permission ON assistants.prompts
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (
        visibility <> 'Company'
        OR team_id = ANY (ARRAY(SELECT iam.team_ids_with('MakeAssistantPublic')))
    );

-- What everyone sees is changed only by those who may publish it; any member may withdraw it to
-- the team, which shows it to fewer.
CREATE POLICY company_wide_needs_permission_on_update ON assistants.prompts
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user
    USING (true)
    WITH CHECK (
        visibility <> 'Company'
        OR team_id = ANY (ARRAY(SELECT iam.team_ids_with('MakeAssistantPublic')))
    );

CREATE POLICY system ON assistants.prompts
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON assistants.prompts;
DROP POLICY company_wide_needs_permission_on_update ON assistants.prompts;
DROP POLICY company_wide_needs_permission ON assistants.prompts;
DROP POLICY members_delete ON assistants.prompts;
DROP POLICY members_update ON assistants.prompts;
DROP POLICY members_insert ON assistants.prompts;
DROP POLICY everyone_reads_company_wide ON assistants.prompts;
DROP POLICY members_read ON assistants.prompts;
DROP INDEX assistants.prompts_company_wide_idx;
REVOKE ALL ON assistants.prompts FROM application_user, application_readonly, application_system;
ALTER TABLE assistants.prompts DISABLE ROW LEVEL SECURITY;
