-- migrate:up
CREATE TRIGGER create_pipeline_key
    AFTER INSERT ON rag.document_pipelines
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'CreatePipelineKey');

CREATE TRIGGER revoke_pipeline_key
    AFTER DELETE ON rag.document_pipelines
    FOR EACH ROW
    EXECUTE FUNCTION ops.write_audit('UserInterface', 'DeletePipelineKey');

-- migrate:down
DROP TRIGGER revoke_pipeline_key ON rag.document_pipelines;
DROP TRIGGER create_pipeline_key ON rag.document_pipelines;
