-- migrate:up
CREATE TRIGGER create_team
    AFTER INSERT ON iam.teams
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateTeam');

CREATE TRIGGER delete_team
    AFTER DELETE ON iam.teams
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteTeam');

-- migrate:down
DROP TRIGGER delete_team ON iam.teams;
DROP TRIGGER create_team ON iam.teams;
