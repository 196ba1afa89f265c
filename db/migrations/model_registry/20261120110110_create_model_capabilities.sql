-- migrate:up
CREATE TABLE model_registry.model_capabilities (
    model_id integer NOT NULL,
    capability model_registry.model_capability NOT NULL,
    value text,
    CONSTRAINT model_capabilities_pkey PRIMARY KEY (model_id, capability),
    CONSTRAINT model_capabilities_model_id_fkey FOREIGN KEY (model_id)
        REFERENCES model_registry.models (id) ON DELETE CASCADE
);

COMMENT ON TABLE model_registry.model_capabilities IS
    'Something that a model can do.';
COMMENT ON COLUMN model_registry.model_capabilities.model_id IS
    'The model.';
COMMENT ON COLUMN model_registry.model_capabilities.capability IS
    'What it can do.';
COMMENT ON COLUMN model_registry.model_capabilities.value IS
    'Detail of the capability, as for the guard of a guarded model; NULL when there is none.';

-- migrate:down
DROP TABLE model_registry.model_capabilities;
