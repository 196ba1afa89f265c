-- Whoever sees a prompt sees its icon: one could see a teammate's object by naming it as an icon.

-- migrate:up
-- In plpgsql, which is not looked into when a query is planned: policies on objects ask which
-- prompts show them, and asking back in plain sight is an infinite recursion. It runs with the
-- caller's rights, under the policies on objects.
CREATE FUNCTION assistants.sees_object(object_id integer)
    RETURNS boolean
    LANGUAGE plpgsql
    STABLE
    SET search_path = ''
AS $function$
BEGIN
    RETURN EXISTS (
        SELECT
        FROM storage.objects AS o
        WHERE o.id = sees_object.object_id
    );
END
$function$;

COMMENT ON FUNCTION assistants.sees_object(integer) IS
    'Whether the current person sees an object.';

GRANT EXECUTE ON FUNCTION assistants.sees_object(integer) TO application_user;

CREATE POLICY icon_is_seen ON assistants.prompts
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (image_icon_object_id IS NULL OR assistants.sees_object(image_icon_object_id));

CREATE POLICY icon_is_seen_on_update ON assistants.prompts
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user
    USING (true)
    WITH CHECK (image_icon_object_id IS NULL OR assistants.sees_object(image_icon_object_id));

-- migrate:down
DROP POLICY icon_is_seen_on_update ON assistants.prompts;
DROP POLICY icon_is_seen ON assistants.prompts;
DROP FUNCTION assistants.sees_object(integer);
