-- migrate:up
CREATE TYPE iam.role AS ENUM (
    'TeamManager',
    'Collaborator',
    'SystemAdministrator'
);

COMMENT ON TYPE iam.role IS
    'What a person is: manager or collaborator within a team, or administrator of the whole installation.';

CREATE TYPE iam.permission AS ENUM (
    'InvitePeopleToTeam',
    'ViewCurrentTeam',
    'ViewPrompts',
    'ManagePipelines',
    'ViewDatasets',
    'ManageDatasets',
    'CreateApiKeys',
    'ViewAuditTrail',
    'SetupModels',
    'DeleteChat',
    'MakeAssistantPublic',
    'ViewSystemPrompt',
    'ViewIntegrations',
    'ManageIntegrations',
    'ViewChats',
    'ManageDocumentPipelines',
    'ManageMcpKeys',
    'ViewChatHistory',
    'ManageProjects'
);

COMMENT ON TYPE iam.permission IS
    'One thing a role may allow its holder to do.';

-- migrate:down
DROP TYPE iam.permission;
DROP TYPE iam.role;
