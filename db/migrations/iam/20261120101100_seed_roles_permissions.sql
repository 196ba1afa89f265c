-- migrate:up
INSERT INTO iam.roles_permissions (role, permission)
VALUES
    ('TeamManager', 'InvitePeopleToTeam'),
    ('TeamManager', 'ViewIntegrations'),
    ('TeamManager', 'ManageIntegrations'),
    ('TeamManager', 'ManageMcpKeys'),
    ('TeamManager', 'ManageProjects'),
    ('Collaborator', 'ViewCurrentTeam'),
    ('Collaborator', 'ViewPrompts'),
    ('Collaborator', 'ViewDatasets'),
    ('Collaborator', 'ManageDatasets'),
    ('Collaborator', 'CreateApiKeys'),
    ('Collaborator', 'DeleteChat'),
    ('Collaborator', 'MakeAssistantPublic'),
    ('Collaborator', 'ViewSystemPrompt'),
    ('Collaborator', 'ViewIntegrations'),
    ('Collaborator', 'ViewChats'),
    ('Collaborator', 'ManageDocumentPipelines'),
    ('Collaborator', 'ViewChatHistory'),
    ('Collaborator', 'ManageProjects'),
    ('SystemAdministrator', 'ViewAuditTrail'),
    ('SystemAdministrator', 'SetupModels'),
    ('SystemAdministrator', 'ViewIntegrations'),
    ('SystemAdministrator', 'ManageIntegrations'),
    ('SystemAdministrator', 'ManageMcpKeys'),
    ('SystemAdministrator', 'ManageProjects');

-- migrate:down
-- Every row: only migrations write this table, and the later ones are already undone.
DELETE FROM iam.roles_permissions;
