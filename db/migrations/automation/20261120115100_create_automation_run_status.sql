-- migrate:up
CREATE TYPE automation.automation_run_status AS ENUM (
    'Pending',
    'Running',
    'Completed',
    'Failed'
);

COMMENT ON TYPE automation.automation_run_status IS
    'How far a run is: waiting for a worker, being worked on, done, or given up.';

-- migrate:down
DROP TYPE automation.automation_run_status;
