-- migrate:up
CREATE TRIGGER create_invite
    AFTER INSERT ON iam.invitations
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateInvite');

-- migrate:down
DROP TRIGGER create_invite ON iam.invitations;
