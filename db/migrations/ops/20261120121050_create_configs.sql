-- migrate:up
CREATE TABLE ops.configs (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    name text NOT NULL,
    yaml_config text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    is_active boolean NOT NULL DEFAULT false,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT configs_pkey PRIMARY KEY (id),
    CONSTRAINT configs_name_version_key UNIQUE (name, version),
    CONSTRAINT configs_version_check CHECK (version >= 1)
);

CREATE UNIQUE INDEX one_active_config_per_name ON ops.configs (name) WHERE is_active;

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON ops.configs
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TABLE ops.configs IS
    'One version of a configuration file; a stored version is never changed, only activated. No version is deleted but by the owner.';
COMMENT ON COLUMN ops.configs.id IS
    'Identifier of the version.';
COMMENT ON COLUMN ops.configs.name IS
    'Name of the configuration, which its versions share.';
COMMENT ON COLUMN ops.configs.yaml_config IS
    'The configuration as YAML; holds no secrets.';
COMMENT ON COLUMN ops.configs.version IS
    'Number of the version within its name, from 1.';
COMMENT ON COLUMN ops.configs.is_active IS
    'Whether this is the version in use; true for at most one of a name.';
COMMENT ON COLUMN ops.configs.created_at IS
    'When the version was stored.';
COMMENT ON COLUMN ops.configs.updated_at IS
    'When the version was last activated or put aside.';

-- migrate:down
DROP TABLE ops.configs;
