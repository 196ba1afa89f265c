-- migrate:up
CREATE FUNCTION automation.next_run(expression text, after timestamp with time zone)
    RETURNS timestamp with time zone
    LANGUAGE plpgsql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    schedule record;
    -- The first whole minute to consider.
    earliest timestamp without time zone
        := date_trunc('minute', after AT TIME ZONE 'UTC') + interval '1 minute';
    day date := earliest;
    -- A 29 February that is a Sunday comes again after 28 years, across a year like 2100 after 40.
    last_day date := day + interval '41 years';
    on_day_of_month boolean;
    on_day_of_week boolean;
    found timestamp without time zone;
BEGIN
    SELECT
        s.minutes,
        s.hours,
        s.days_of_month,
        s.months,
        s.days_of_week,
        s.either_day
    INTO schedule
    FROM automation.cron_schedule(expression) AS s;

    IF schedule.either_day IS NULL OR NOT isfinite(after) THEN
        RETURN NULL;
    END IF;

    WHILE day <= last_day LOOP
        IF extract(month FROM day) <> ALL (schedule.months) THEN
            day := date_trunc('month', day::timestamp) + interval '1 month';
            CONTINUE;
        END IF;

        on_day_of_month := extract(day FROM day) = ANY (schedule.days_of_month);
        on_day_of_week := extract(dow FROM day) = ANY (schedule.days_of_week);

        IF (on_day_of_month AND on_day_of_week)
            OR (schedule.either_day AND (on_day_of_month OR on_day_of_week))
        THEN
            SELECT min(day + make_time(h.hour, m.minute, 0))
            INTO found
            FROM unnest(schedule.hours) AS h (hour)
            CROSS JOIN unnest(schedule.minutes) AS m (minute)
            WHERE day + make_time(h.hour, m.minute, 0) >= earliest;

            IF found IS NOT NULL THEN
                RETURN found AT TIME ZONE 'UTC';
            END IF;
        END IF;

        day := day + 1;
    END LOOP;

    -- A day that never comes, like 30 February.
    RETURN NULL;
END
$function$;

COMMENT ON FUNCTION automation.next_run(text, timestamp with time zone) IS
    'The first time after another one that a cron expression stands for, in UTC; NULL when there is none. Where both days are given, one of them is enough, unless a field starts with an asterisk.';

-- The trigger that keeps the time of the next run asks with the rights of whoever writes the row.
GRANT EXECUTE ON FUNCTION automation.next_run(text, timestamp with time zone)
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION automation.next_run(text, timestamp with time zone);
