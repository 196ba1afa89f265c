-- Whoever sees a document or a prompt sees its file or icon, whatever team it is in: the
-- sub-selects run under the policies of those tables. What may be named there is guarded there,
-- or one could see any object of the team by naming it.

-- migrate:up
-- The team comes first in the indexes.
CREATE POLICY readers_of_document_read ON storage.objects
    FOR SELECT
    TO application_user, application_readonly
    USING (
        EXISTS (
            SELECT
            FROM rag.documents AS d
            WHERE d.team_id = objects.team_id
                AND d.object_id = objects.id
        )
    );

CREATE POLICY readers_of_prompt_read ON storage.objects
    FOR SELECT
    TO application_user, application_readonly
    USING (
        EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.team_id = objects.team_id
                AND p.image_icon_object_id = objects.id
        )
    );

-- migrate:down
DROP POLICY readers_of_prompt_read ON storage.objects;
DROP POLICY readers_of_document_read ON storage.objects;
