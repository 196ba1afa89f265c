-- What is in a dataset is seen by whoever sees the dataset: the sub-select on it runs under its
-- own policies, once a statement.

-- migrate:up
-- SECURITY DEFINER: who sees an object may depend on the documents that hold it, and a policy on
-- documents that asked under the caller's rights would come back to itself.
CREATE FUNCTION rag.is_own_object(object_id integer)
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM storage.objects AS o
        WHERE o.id = is_own_object.object_id
            AND o.created_by = iam.current_user_id()
    );

COMMENT ON FUNCTION rag.is_own_object(integer) IS
    'Whether the current person uploaded an object.';

GRANT EXECUTE ON FUNCTION rag.is_own_object(integer) TO application_user;

ALTER TABLE rag.documents ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON rag.documents TO application_user, application_readonly, application_system;
GRANT INSERT (
    dataset_id, file_name, file_type, failure_reason, content, content_size, object_id, team_id
) ON rag.documents TO application_user;
-- Not the object: whoever sees a document sees its object.
GRANT UPDATE (file_name, file_type, failure_reason, content, content_size, updated_at)
    ON rag.documents TO application_user;
GRANT DELETE ON rag.documents TO application_user;
GRANT UPDATE (failure_reason, updated_at) ON rag.documents TO application_system;

CREATE POLICY readers_of_dataset_read ON rag.documents
    FOR SELECT
    TO application_user, application_readonly
    USING (dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d)));

CREATE POLICY dataset_managers_insert ON rag.documents
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

-- Or one could see a teammate's object by naming it.
CREATE POLICY object_is_own ON rag.documents
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (object_id IS NULL OR rag.is_own_object(object_id));

CREATE POLICY dataset_managers_update ON rag.documents
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY dataset_managers_delete ON rag.documents
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY system ON rag.documents
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON rag.documents;
DROP POLICY dataset_managers_delete ON rag.documents;
DROP POLICY dataset_managers_update ON rag.documents;
DROP POLICY object_is_own ON rag.documents;
DROP POLICY dataset_managers_insert ON rag.documents;
DROP POLICY readers_of_dataset_read ON rag.documents;
REVOKE ALL ON rag.documents FROM application_user, application_readonly, application_system;
ALTER TABLE rag.documents DISABLE ROW LEVEL SECURITY;
DROP FUNCTION rag.is_own_object(integer);
