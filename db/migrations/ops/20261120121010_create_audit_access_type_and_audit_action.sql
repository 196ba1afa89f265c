-- migrate:up
CREATE TYPE ops.audit_access_type AS ENUM (
    'API',
    'UserInterface'
);

COMMENT ON TYPE ops.audit_access_type IS
    'The way by which a person acted: a program with a key, or the user interface.';

CREATE TYPE ops.audit_action AS ENUM (
    'CreateMember',
    'DeleteMember',
    'CreateInvite',
    'CreateTeam',
    'DeleteTeam',
    'CreateAPIKey',
    'DeleteAPIKey',
    'CreatePipelineKey',
    'DeletePipelineKey',
    'TextGeneration'
);

COMMENT ON TYPE ops.audit_action IS
    'What the audit trail records.';

-- migrate:down
DROP TYPE ops.audit_action;
DROP TYPE ops.audit_access_type;
