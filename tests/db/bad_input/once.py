"""What there may be once, and what may not overlap."""

from tests.db.bad_input.case import OVERLAP, UNIQUE, Case

ONCE: dict[str, Case] = {
    "a second active configuration": Case(
        "owner",
        UNIQUE,
        "one_active_config_per_name",
        "INSERT INTO ops.configs (name, yaml_config, version, is_active) VALUES ('c', '', 2, ?)",
        "false",
        "true",
    ),
    "a second price for a model": Case(
        "owner",
        UNIQUE,
        "prices_model_name_region_currency_key",
        """
        INSERT INTO model_registry.prices (model_name, input_price, output_price)
        VALUES (?, 2, 2)
        """,
        "'n'",
        "'m'",
    ),
    "tiers that overlap": Case(
        "owner",
        OVERLAP,
        "tiered_pricing_no_overlap",
        """
        INSERT INTO model_registry.tiered_pricing (
            model_name, tier_start, tier_end, input_price, output_price
        )
        VALUES ('m', ?, 200, 1, 1)
        """,
        "100",
        "99",
    ),
    "a second default protocol of a type of channel": Case(
        "owner",
        UNIQUE,
        "protocol_configs_one_default_per_channel_type",
        """
        INSERT INTO model_registry.protocol_configs (channel_type, api_version, is_default)
        VALUES ('u', 'v1', true), ('u', 'v2', ?)
        """,
        "false",
        "true",
    ),
    "one login at a provider twice": Case(
        "owner",
        UNIQUE,
        "credentials_provider_provider_user_id_key",
        """
        INSERT INTO integrations.credentials (provider, provider_user_id, name, deleted_at)
        VALUES ('p', 'u', 'n', NULL), ('p', 'u', 'n', ?)
        """,
        "now()",
        "NULL",
    ),
    "a second project on one dataset": Case(
        "owner",
        UNIQUE,
        "projects_dataset_id_idx",
        """
        INSERT INTO assistants.projects (team_id, dataset_id, name, visibility, created_by)
        VALUES (%(weavers)s, ?, 'p', 'Team', %(ada)s)
        """,
        "%(weavers_spare)s",
        "%(weavers_dataset)s",
    ),
    "one invitation link for two": Case(
        "owner",
        UNIQUE,
        "invitations_invitation_selector_key",
        "UPDATE iam.invitations SET invitation_selector = ? WHERE id = %(weavers_invitation)s",
        "'1'",
        "'2'",
    ),
    "one key for two": Case(
        "owner",
        UNIQUE,
        "unique_api_key",
        """
        UPDATE iam.api_keys
        SET api_key = encode(sha256(?::text::bytea), 'hex')
        WHERE id = %(weavers_api_key)s
        """,
        "%(weavers)s",
        "%(spinners)s",
    ),
}
