-- migrate:up
CREATE TRIGGER create_member
    AFTER INSERT ON iam.team_users
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateMember');

-- The actions have no name for it; the operation, Update, and the values before and after tell.
CREATE TRIGGER change_roles
    AFTER UPDATE OF roles ON iam.team_users
    FOR EACH ROW
    WHEN (OLD.roles IS DISTINCT FROM NEW.roles)
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateMember');

CREATE TRIGGER delete_member
    AFTER DELETE ON iam.team_users
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteMember');

-- migrate:down
DROP TRIGGER delete_member ON iam.team_users;
DROP TRIGGER change_roles ON iam.team_users;
DROP TRIGGER create_member ON iam.team_users;
