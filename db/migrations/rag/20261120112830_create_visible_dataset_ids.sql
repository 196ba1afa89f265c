-- migrate:up
-- SECURITY DEFINER: it is asked from within a function that runs with the owner's rights, for
-- whom there are no policies. It says once more what the policies that read rag.datasets say; a
-- test compares them. Identity comes from the context alone.
CREATE FUNCTION rag.visible_dataset_ids()
    RETURNS SETOF integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT d.id
        FROM rag.datasets AS d
        WHERE (
                d.team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
                AND (d.visibility <> 'Private' OR d.created_by = (SELECT iam.current_user_id()))
            )
            OR (d.visibility = 'Company' AND (SELECT iam.is_signed_in()));
    END;

COMMENT ON FUNCTION rag.visible_dataset_ids() IS
    'The datasets that the current person sees: those of the own teams that are not another''s private ones, and the company-wide ones.';

GRANT EXECUTE ON FUNCTION rag.visible_dataset_ids()
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION rag.visible_dataset_ids();
