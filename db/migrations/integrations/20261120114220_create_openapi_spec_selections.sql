-- migrate:up
CREATE TABLE integrations.openapi_spec_selections (
    category integrations.openapi_spec_category NOT NULL,
    openapi_spec_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT openapi_spec_selections_pkey PRIMARY KEY (category),
    CONSTRAINT openapi_spec_selections_openapi_spec_id_fkey FOREIGN KEY (openapi_spec_id)
        REFERENCES integrations.openapi_specs (id) ON DELETE CASCADE
);

CREATE INDEX openapi_spec_selections_openapi_spec_id_idx
    ON integrations.openapi_spec_selections (openapi_spec_id);

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON integrations.openapi_spec_selections
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TABLE integrations.openapi_spec_selections IS
    'The one API of a category that the installation uses, as for searching the web.';
COMMENT ON COLUMN integrations.openapi_spec_selections.category IS
    'Category the choice is made for.';
COMMENT ON COLUMN integrations.openapi_spec_selections.openapi_spec_id IS
    'API that was chosen.';
COMMENT ON COLUMN integrations.openapi_spec_selections.created_at IS
    'When a choice was first made.';
COMMENT ON COLUMN integrations.openapi_spec_selections.updated_at IS
    'When the choice last changed.';

-- migrate:down
DROP TABLE integrations.openapi_spec_selections;
