-- migrate:up
-- That there was a text is for the trail, and what it says is not.
CREATE TRIGGER update_chats
    AFTER UPDATE ON llm.chats
    FOR EACH ROW
    WHEN (OLD.status <> 'Success' AND NEW.status = 'Success')
    EXECUTE FUNCTION ops.write_audit(
        'UserInterface', 'TextGeneration', 'content', 'tool_calls', 'tool_call_id'
    );

-- An answer that is stored only when it is complete; what a person says was not generated.
CREATE TRIGGER insert_answer
    AFTER INSERT ON llm.chats
    FOR EACH ROW
    WHEN (NEW.status = 'Success' AND NEW.role = 'Assistant')
    EXECUTE FUNCTION ops.write_audit(
        'UserInterface', 'TextGeneration', 'content', 'tool_calls', 'tool_call_id'
    );

-- migrate:down
DROP TRIGGER insert_answer ON llm.chats;
DROP TRIGGER update_chats ON llm.chats;
