-- migrate:up
-- A body parsed at definition time: its names are bound once, so no search_path can change their
-- meaning, and unlike a function with a SET clause it can be inlined into the caller's plan.
-- After a transaction that set it, the setting reads '' and not NULL: hence nullif.
CREATE FUNCTION iam.current_user_id()
    RETURNS integer
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::integer;

COMMENT ON FUNCTION iam.current_user_id() IS
    'The person on whose behalf the transaction runs, from the setting app.user_id; NULL when none is set.';

-- migrate:down
DROP FUNCTION iam.current_user_id();
