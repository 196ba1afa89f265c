import psycopg

ID = ("integer", "no", "identity")
INTEGER = ("integer", "no", None)
MAYBE_INTEGER = ("integer", "yes", None)
TEXT = ("text", "no", None)
MAYBE_TEXT = ("text", "yes", None)
NOW = ("timestamp with time zone", "no", "now()")
MAYBE_TIME = ("timestamp with time zone", "yes", None)
VISIBILITY = ("visibility", "no", None)
CATEGORY = "integrations.openapi_spec_category"

#: Type, whether it is nullable, and default of each column; `team_id` of a link is ours.
COLUMNS = {
    "integrations": {
        "id": ID,
        "integration_type": ("integrations.integration_type", "no", None),
        "name": ("character varying", "no", None),
        "created_at": NOW,
        "updated_at": NOW,
        "definition": ("jsonb", "yes", None),
        "visibility": VISIBILITY,
        "team_id": INTEGER,
        "created_by": INTEGER,
    },
    "openapi_specs": {
        "id": ID,
        "slug": TEXT,
        "title": TEXT,
        "description": MAYBE_TEXT,
        "spec": ("jsonb", "no", None),
        "logo_url": MAYBE_TEXT,
        "is_active": ("boolean", "no", "true"),
        "created_at": NOW,
        "updated_at": NOW,
        "category": (CATEGORY, "no", f"'Application'::{CATEGORY}"),
    },
    "openapi_spec_selections": {
        "category": (CATEGORY, "no", None),
        "openapi_spec_id": INTEGER,
        "created_at": NOW,
        "updated_at": NOW,
    },
    "openapi_spec_api_keys": {
        "openapi_spec_id": INTEGER,
        "api_key": TEXT,
        "created_at": NOW,
        "updated_at": NOW,
    },
    "api_key_connections": {
        "id": ID,
        "integration_id": INTEGER,
        "user_id": INTEGER,
        "team_id": INTEGER,
        "visibility": VISIBILITY,
        "api_key": TEXT,
        "created_at": NOW,
        "external_id": ("uuid", "no", "gen_random_uuid()"),
    },
    "oauth2_connections": {
        "id": ID,
        "integration_id": INTEGER,
        "user_id": INTEGER,
        "team_id": INTEGER,
        "visibility": VISIBILITY,
        "access_token": TEXT,
        "refresh_token": MAYBE_TEXT,
        "expires_at": MAYBE_TIME,
        "scopes": ("jsonb", "no", "'[]'::jsonb"),
        "created_at": NOW,
        "external_id": ("uuid", "no", "gen_random_uuid()"),
    },
    "prompt_integration": {
        "prompt_id": INTEGER,
        "integration_id": INTEGER,
        "created_at": NOW,
        "api_connection_id": MAYBE_INTEGER,
        "oauth2_connection_id": MAYBE_INTEGER,
        "team_id": INTEGER,
    },
    "credentials": {
        "id": ID,
        "external_id": ("text", "no", "(gen_random_uuid())::text"),
        "provider": TEXT,
        "provider_user_id": MAYBE_TEXT,
        "email": MAYBE_TEXT,
        "name": TEXT,
        "file_path": ("text", "no", "''::text"),
        "status": ("text", "no", "'active'::text"),
        "is_active": ("boolean", "no", "(status = 'active'::text)"),
        "scopes": ("text[]", "no", "'{}'::text[]"),
        "token_type": ("text", "no", "'Bearer'::text"),
        "metadata": ("jsonb", "no", "'{}'::jsonb"),
        "last_used_at": MAYBE_TIME,
        "created_at": NOW,
        "updated_at": NOW,
        "deleted_at": MAYBE_TIME,
    },
    "credential_tokens": {
        "credential_id": INTEGER,
        "access_token": TEXT,
        "refresh_token": MAYBE_TEXT,
        "expires_at": ("timestamp with time zone", "no", None),
        "updated_at": NOW,
    },
}

LABELS = {
    "integration_type": ["MCP_Server", "BuiltIn", "OpenAPI"],
    "openapi_spec_category": ["WebSearch", "Application", "CodeSandbox"],
}


def test_the_schema_has_these_tables_and_columns(connection: psycopg.Connection) -> None:
    query = """
        SELECT
            c.relname,
            a.attname,
            format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
            CASE
                WHEN a.attidentity = 'd' THEN 'identity'
                ELSE pg_get_expr(d.adbin, d.adrelid)
            END
        FROM pg_class AS c
        INNER JOIN pg_attribute AS a
            ON a.attrelid = c.oid
        LEFT JOIN pg_attrdef AS d
            ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'integrations'::regnamespace
            AND c.relkind = 'r'
            AND a.attnum > 0
            AND NOT a.attisdropped
    """
    found: dict[str, dict[str, tuple[str, str, str | None]]] = {}
    for table, name, type_name, nullable, default in connection.execute(query):
        found.setdefault(table, {})[name] = (type_name, nullable, default)
    assert found == COLUMNS


def test_the_enums_have_their_labels_in_order(connection: psycopg.Connection) -> None:
    query = """
        SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
        FROM pg_type AS t
        INNER JOIN pg_enum AS e
            ON e.enumtypid = t.oid
        WHERE t.typnamespace = 'integrations'::regnamespace
        GROUP BY t.typname
    """
    assert dict(connection.execute(query).fetchall()) == LABELS


def test_what_expires_soon_is_found_by_an_index(connection: psycopg.Connection) -> None:
    query = """
        SELECT i.indrelid::regclass::text
        FROM pg_index AS i
        INNER JOIN pg_attribute AS a
            ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE a.attname = 'expires_at'
            AND i.indrelid IN (
                'integrations.oauth2_connections'::regclass,
                'integrations.credential_tokens'::regclass
            )
        ORDER BY 1
    """
    assert [table for (table,) in connection.execute(query)] == [
        "integrations.credential_tokens",
        "integrations.oauth2_connections",
    ]
