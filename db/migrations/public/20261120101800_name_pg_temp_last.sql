-- With search_path = '' the temporary schema of the session comes first for types and tables: a
-- caller who has a domain pg_temp.text with a check gets that check called, with the rights of the
-- function, by the next `text` in its body. Named last, it finds nothing that pg_catalog has.

-- migrate:up
ALTER FUNCTION public.set_updated_at() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION iam.set_first_user_as_admin() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION iam.set_team_slug() SET search_path = pg_catalog, pg_temp;

-- migrate:down
ALTER FUNCTION iam.set_team_slug() SET search_path = '';
ALTER FUNCTION iam.set_first_user_as_admin() SET search_path = '';
ALTER FUNCTION public.set_updated_at() SET search_path = '';
