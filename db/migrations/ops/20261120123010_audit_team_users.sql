-- migrate:up
CREATE TRIGGER create_member
    AFTER INSERT ON iam.team_users
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateMember');

CREATE TRIGGER delete_member
    AFTER DELETE ON iam.team_users
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteMember');

-- migrate:down
DROP TRIGGER delete_member ON iam.team_users;
DROP TRIGGER create_member ON iam.team_users;
