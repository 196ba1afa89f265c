-- migrate:up
CREATE TRIGGER create_api_key
    AFTER INSERT ON iam.api_keys
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreateAPIKey');

CREATE TRIGGER revoke_api_key
    AFTER DELETE ON iam.api_keys
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteAPIKey');

-- A key also ends without its row being deleted.
CREATE TRIGGER retire_api_key
    AFTER UPDATE ON iam.api_keys
    FOR EACH ROW
    WHEN (
        (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL)
        OR (OLD.status <> 'revoked' AND NEW.status = 'revoked')
    )
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeleteAPIKey');

-- migrate:down
DROP TRIGGER retire_api_key ON iam.api_keys;
DROP TRIGGER revoke_api_key ON iam.api_keys;
DROP TRIGGER create_api_key ON iam.api_keys;
