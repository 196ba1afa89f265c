-- migrate:up
CREATE FUNCTION automation.cron_values(
    field text,
    lowest integer,
    highest integer,
    names text[] DEFAULT '{}'
)
    RETURNS integer[]
    LANGUAGE plpgsql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    item text;
    parts text[];
    first integer;
    last integer;
    step integer;
    found integer[] := '{}';
BEGIN
    FOREACH item IN ARRAY string_to_array(field, ',') LOOP
        parts := regexp_match(
            item, '^(?:\*|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:/([0-9]{1,2}))?$'
        );

        IF parts IS NULL THEN
            RETURN NULL;
        END IF;

        IF parts[1] IS NULL THEN
            first := lowest;
            last := highest;
        ELSE
            first := coalesce(
                lowest - 1 + array_position(names, parts[1]),
                CASE WHEN parts[1] ~ '^[0-9]' THEN parts[1]::integer END
            );
            last := coalesce(
                lowest - 1 + array_position(names, parts[2]),
                CASE WHEN parts[2] ~ '^[0-9]' THEN parts[2]::integer END
            );

            -- A step needs something to step through: `5/15` means different things elsewhere.
            IF parts[2] IS NULL AND parts[3] IS NULL THEN
                last := first;
            END IF;
        END IF;

        step := coalesce(parts[3]::integer, 1);

        -- An unknown name, and a step without a range, make a comparison with NULL.
        IF (first BETWEEN lowest AND last AND last <= highest AND step BETWEEN 1 AND highest)
            IS NOT TRUE
        THEN
            RETURN NULL;
        END IF;

        found := found || ARRAY(
            SELECT s.value
            FROM generate_series(first, last, step) AS s (value)
        );
    END LOOP;

    -- Nothing at all was between the blanks, or the commas.
    IF found = '{}' THEN
        RETURN NULL;
    END IF;

    RETURN ARRAY(SELECT DISTINCT f.value FROM unnest(found) AS f (value) ORDER BY f.value);
END
$function$;

COMMENT ON FUNCTION automation.cron_values(text, integer, integer, text[]) IS
    'The numbers that one field of a cron expression stands for, ascending, each once; NULL when it is none. Names are those of the numbers from the lowest on, in lower case.';

CREATE FUNCTION automation.cron_schedule(
    expression text,
    OUT minutes integer[],
    OUT hours integer[],
    OUT days_of_month integer[],
    OUT months integer[],
    OUT days_of_week integer[],
    OUT either_day boolean
)
    LANGUAGE plpgsql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    -- Other collations put other letters into lower case than those of the names.
    folded text := lower(expression COLLATE "C");
    fields text[];
BEGIN
    -- The work grows with the square of the length: a list of 20,000 items took two minutes.
    IF char_length(expression) > 255 THEN
        RETURN;
    END IF;

    folded := CASE folded
        WHEN '@hourly' THEN '0 * * * *'
        WHEN '@daily' THEN '0 0 * * *'
        WHEN '@midnight' THEN '0 0 * * *'
        WHEN '@weekly' THEN '0 0 * * 0'
        WHEN '@monthly' THEN '0 0 1 * *'
        WHEN '@yearly' THEN '0 0 1 1 *'
        WHEN '@annually' THEN '0 0 1 1 *'
        ELSE folded
    END;
    fields := regexp_split_to_array(folded, '[ \t]+');

    IF array_length(fields, 1) <> 5 THEN
        RETURN;
    END IF;

    minutes := automation.cron_values(fields[1], 0, 59);
    hours := automation.cron_values(fields[2], 0, 23);
    days_of_month := automation.cron_values(fields[3], 1, 31);
    months := automation.cron_values(
        fields[4],
        1,
        12,
        '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'
    );
    days_of_week := ARRAY(
        SELECT DISTINCT d.day % 7
        FROM unnest(
            automation.cron_values(fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}')
        ) AS d (day)
        ORDER BY d.day % 7
    );

    -- NULL where a field is none, as the result says of the expression.
    IF num_nulls(minutes, hours, days_of_month, months) = 0 AND days_of_week <> '{}' THEN
        either_day := fields[3] NOT LIKE '*%' AND fields[5] NOT LIKE '*%';
    END IF;
END
$function$;

COMMENT ON FUNCTION automation.cron_schedule(text) IS
    'The numbers a cron expression stands for, Sunday as 0, and whether one of the two days is enough, as when neither of their fields starts with an asterisk; either_day is NULL when it is no cron expression.';

CREATE FUNCTION automation.is_cron_expression(expression text)
    RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    RETURN (automation.cron_schedule(expression)).either_day IS NOT NULL;

COMMENT ON FUNCTION automation.is_cron_expression(text) IS
    'Whether a text is a cron expression: five fields of numbers, names, ranges, steps and lists, or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.';

-- A check of a table runs with the rights of whoever writes the row.
GRANT EXECUTE ON FUNCTION
    automation.cron_values(text, integer, integer, text[]),
    automation.cron_schedule(text),
    automation.is_cron_expression(text)
TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION automation.is_cron_expression(text);
DROP FUNCTION automation.cron_schedule(text);
DROP FUNCTION automation.cron_values(text, integer, integer, text[]);
