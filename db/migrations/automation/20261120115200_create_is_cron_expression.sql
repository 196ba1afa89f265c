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
    SET search_path = ''
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

        found := found || ARRAY(SELECT s.value FROM generate_series(first, last, step) AS s (value));
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

CREATE TYPE automation.cron_schedule AS (
    minutes integer[],
    hours integer[],
    days_of_month integer[],
    months integer[],
    days_of_week integer[],
    either_day boolean
);

COMMENT ON TYPE automation.cron_schedule IS
    'The numbers a cron expression stands for; Sunday is 0.';
COMMENT ON COLUMN automation.cron_schedule.minutes IS
    'Minutes of the hour, 0 to 59.';
COMMENT ON COLUMN automation.cron_schedule.hours IS
    'Hours of the day, 0 to 23.';
COMMENT ON COLUMN automation.cron_schedule.days_of_month IS
    'Days of the month, 1 to 31.';
COMMENT ON COLUMN automation.cron_schedule.months IS
    'Months of the year, 1 to 12.';
COMMENT ON COLUMN automation.cron_schedule.days_of_week IS
    'Days of the week, 0 to 6.';
COMMENT ON COLUMN automation.cron_schedule.either_day IS
    'Whether one of the two days is enough, as when neither field starts with an asterisk; otherwise both have to fit.';

CREATE FUNCTION automation.cron_schedule(expression text)
    RETURNS automation.cron_schedule
    LANGUAGE plpgsql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    SET search_path = ''
AS $function$
DECLARE
    -- Other collations put other letters into lower case than those of the names.
    folded text := lower(expression COLLATE "C");
    fields text[];
    schedule automation.cron_schedule;
BEGIN
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
        RETURN NULL;
    END IF;

    schedule.minutes := automation.cron_values(fields[1], 0, 59);
    schedule.hours := automation.cron_values(fields[2], 0, 23);
    schedule.days_of_month := automation.cron_values(fields[3], 1, 31);
    schedule.months := automation.cron_values(
        fields[4],
        1,
        12,
        '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'
    );
    schedule.days_of_week := ARRAY(
        SELECT DISTINCT d.day % 7
        FROM unnest(
            automation.cron_values(fields[5], 0, 7, '{sun,mon,tue,wed,thu,fri,sat}')
        ) AS d (day)
        ORDER BY d.day % 7
    );
    schedule.either_day := fields[3] NOT LIKE '*%' AND fields[5] NOT LIKE '*%';

    IF schedule.days_of_week = '{}'
        OR num_nulls(
            schedule.minutes, schedule.hours, schedule.days_of_month, schedule.months
        ) > 0
    THEN
        RETURN NULL;
    END IF;

    RETURN schedule;
END
$function$;

COMMENT ON FUNCTION automation.cron_schedule(text) IS
    'The numbers a cron expression stands for; NULL when it is none.';

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
DROP TYPE automation.cron_schedule;
DROP FUNCTION automation.cron_values(text, integer, integer, text[]);
