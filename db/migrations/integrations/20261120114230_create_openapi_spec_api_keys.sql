-- migrate:up
CREATE TABLE integrations.openapi_spec_api_keys (
    openapi_spec_id integer NOT NULL,
    api_key text NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT openapi_spec_api_keys_pkey PRIMARY KEY (openapi_spec_id),
    CONSTRAINT openapi_spec_api_keys_openapi_spec_id_fkey FOREIGN KEY (openapi_spec_id)
        REFERENCES integrations.openapi_specs (id) ON DELETE CASCADE
);

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON integrations.openapi_spec_api_keys
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TABLE integrations.openapi_spec_api_keys IS
    'The installation''s own key to an API on offer.';
COMMENT ON COLUMN integrations.openapi_spec_api_keys.openapi_spec_id IS
    'API the key opens.';
COMMENT ON COLUMN integrations.openapi_spec_api_keys.api_key IS
    'Key, encrypted by the application before it is sent here.';
COMMENT ON COLUMN integrations.openapi_spec_api_keys.created_at IS
    'When a key was first set.';
COMMENT ON COLUMN integrations.openapi_spec_api_keys.updated_at IS
    'When the key was last replaced.';

-- migrate:down
DROP TABLE integrations.openapi_spec_api_keys;
