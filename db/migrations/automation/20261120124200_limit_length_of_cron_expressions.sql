-- A list of 20,000 items, which is 40 kB, took two minutes to read.

-- migrate:up
CREATE OR REPLACE FUNCTION automation.cron_schedule(
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
    SET search_path = ''
AS $function$
DECLARE
    -- Other collations put other letters into lower case than those of the names.
    folded text := lower(expression COLLATE "C");
    fields text[];
BEGIN
    -- The work grows with the square of the length.
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

-- migrate:down
CREATE OR REPLACE FUNCTION automation.cron_schedule(
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
    SET search_path = ''
AS $function$
DECLARE
    -- Other collations put other letters into lower case than those of the names.
    folded text := lower(expression COLLATE "C");
    fields text[];
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
