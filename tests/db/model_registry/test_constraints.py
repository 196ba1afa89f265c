from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.model_registry.people import scalar
from tests.db.rows import add, insert

MODEL = "INSERT INTO model_registry.models (model_type, name, base_url, context_size)"
PRICE = "INSERT INTO model_registry.prices (model_name, input_price, output_price)"
TIER = (
    "INSERT INTO model_registry.tiered_pricing"
    " (model_name, tier_start, tier_end, input_price, output_price)"
)
PROTOCOL = "INSERT INTO model_registry.protocol_configs (channel_type, api_version)"

#: Prices that only some requests have.
SPECIAL_PRICES: list[str] = [
    "cache_read_price",
    "cache_create_price",
    "batch_input_price",
    "batch_output_price",
    "priority_input_price",
    "priority_output_price",
    "audio_input_price",
    "audio_output_price",
]

#: Rows and changes, each with the check that refuses it.
REFUSED: list[tuple[LiteralString, str]] = [
    (MODEL + " VALUES ('LLM', 'm', 'u', -1)", "models_context_size_not_negative"),
    ("UPDATE model_registry.models SET tpm_limit = -1", "models_tpm_limit_not_negative"),
    ("UPDATE model_registry.models SET rpm_limit = -1", "models_rpm_limit_not_negative"),
    (
        "UPDATE model_registry.providers SET default_model_context_size = -1",
        "providers_default_model_context_size_not_negative",
    ),
    (
        "UPDATE model_registry.providers SET default_embeddings_model_context_size = -1",
        "providers_default_embeddings_context_size_not_negative",
    ),
    (
        "UPDATE model_registry.channels SET models = ARRAY['a', NULL]",
        "channels_models_no_null_check",
    ),
    ("UPDATE model_registry.channels SET status = 'on'", "channels_status_check"),
    ("UPDATE model_registry.channels SET config = '[]'", "channels_config_check"),
    ("UPDATE model_registry.channels SET config = 'null'", "channels_config_check"),
    ("UPDATE model_registry.abilities SET rate_limit = -1", "abilities_rate_limit_not_negative"),
    (PRICE + " VALUES ('n', -1, 0)", "prices_input_price_not_negative"),
    (PRICE + " VALUES ('n', 0, -1)", "prices_output_price_not_negative"),
    ("UPDATE model_registry.prices SET region = ''", "prices_region_not_empty"),
    ("UPDATE model_registry.prices SET currency = 'usd'", "prices_currency_check"),
    (TIER + " VALUES ('n', -1, 5, 0, 0)", "tiered_pricing_tier_start_not_negative"),
    (TIER + " VALUES ('n', 0, 5, -1, 0)", "tiered_pricing_input_price_not_negative"),
    (TIER + " VALUES ('n', 0, 5, 0, -1)", "tiered_pricing_output_price_not_negative"),
    (TIER + " VALUES ('n', 5, 5, 0, 0)", "tiered_pricing_tier_end_after_start"),
    ("UPDATE model_registry.tiered_pricing SET region = ''", "tiered_pricing_region_not_empty"),
    ("UPDATE model_registry.tiered_pricing SET currency = '$'", "tiered_pricing_currency_check"),
    (
        "UPDATE model_registry.protocol_configs SET request_mapping = '[]'",
        "protocol_configs_request_mapping_check",
    ),
    (
        "UPDATE model_registry.protocol_configs SET response_mapping = '1'",
        "protocol_configs_response_mapping_check",
    ),
    (
        "UPDATE model_registry.protocol_configs SET detection_rules = 'null'",
        "protocol_configs_detection_rules_check",
    ),
]

#: Rows that say again what a row already there says, each with the key that refuses it.
REPEATED: list[tuple[LiteralString, str]] = [
    (
        "INSERT INTO model_registry.model_capabilities (model_id, capability)"
        " SELECT mc.model_id, 'vision' FROM model_registry.model_capabilities AS mc",
        "model_capabilities_pkey",
    ),
    (
        "INSERT INTO model_registry.abilities (group_id, model, channel_id, enabled)"
        " SELECT a.group_id, a.model, a.channel_id, false FROM model_registry.abilities AS a",
        "abilities_group_id_model_channel_id_key",
    ),
    (PRICE + " VALUES ('m', 3, 4)", "prices_model_name_region_currency_key"),
    (PROTOCOL + " VALUES ('openai', 'v1')", "protocol_configs_channel_type_api_version_key"),
    (
        "INSERT INTO model_registry.protocol_configs (channel_type, api_version, is_default)"
        " VALUES ('openai', 'v2', true)",
        "protocol_configs_one_default_per_channel_type",
    ),
]


@pytest.fixture
def filled(undone: psycopg.Connection) -> psycopg.Connection:
    """A database with a row in each table."""
    model = add(undone, "model_registry.models")
    insert(undone, "model_registry.model_capabilities", model_id=model)
    channel = add(undone, "model_registry.channels")
    group = add(undone, "iam.groups")
    add(undone, "model_registry.abilities", group_id=group, channel_id=channel)
    add(undone, "model_registry.prices")
    add(undone, "model_registry.tiered_pricing")
    add(undone, "model_registry.protocol_configs", is_default=True)
    return undone


@pytest.mark.parametrize(("statement", "constraint"), REFUSED)
def test_a_bad_value_is_refused(
    filled: psycopg.Connection, statement: LiteralString, constraint: str
) -> None:
    with pytest.raises(errors.CheckViolation) as refusal:
        filled.execute(statement)
    assert refusal.value.diag.constraint_name == constraint


@pytest.mark.parametrize("price", SPECIAL_PRICES)
def test_a_negative_price_of_special_tokens_is_refused(
    filled: psycopg.Connection, price: str
) -> None:
    with pytest.raises(errors.CheckViolation) as refusal:
        filled.execute(
            sql.SQL("UPDATE model_registry.prices SET {} = -1").format(sql.Identifier(price))
        )
    assert refusal.value.diag.constraint_name == f"prices_{price}_not_negative"


@pytest.mark.parametrize(("statement", "constraint"), REPEATED)
def test_the_same_again_is_refused(
    filled: psycopg.Connection, statement: LiteralString, constraint: str
) -> None:
    with pytest.raises(errors.UniqueViolation) as refusal:
        filled.execute(statement)
    assert refusal.value.diag.constraint_name == constraint


def test_a_model_has_a_price_for_each_region_and_currency(filled: psycopg.Connection) -> None:
    filled.execute(
        "INSERT INTO model_registry.prices"
        " (model_name, input_price, output_price, region, currency)"
        " VALUES ('m', 1, 2, NULL, 'EUR'), ('m', 1, 2, 'eu', 'USD'), ('m', 1, 2, 'eu', 'EUR')"
    )
    assert scalar(filled, "SELECT count(*) FROM model_registry.prices") == 4


def test_a_price_without_a_region_is_found_by_its_key(filled: psycopg.Connection) -> None:
    filled.execute(
        PRICE + " VALUES ('m', 7, 8)"
        " ON CONFLICT (model_name, region, currency) DO UPDATE SET input_price = 7"
    )
    assert scalar(filled, "SELECT array_agg(input_price) FROM model_registry.prices") == [7]


def test_kinds_have_a_default_each_and_any_number_of_others(filled: psycopg.Connection) -> None:
    filled.execute(
        "INSERT INTO model_registry.protocol_configs (channel_type, api_version, is_default)"
        " VALUES ('openai', 'v2', false), ('openai', 'v3', false), ('anthropic', 'v1', true)"
    )
    assert scalar(filled, "SELECT count(*) FROM model_registry.protocol_configs") == 4


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        (
            "DELETE FROM model_registry.models",
            "SELECT count(*) FROM model_registry.model_capabilities",
        ),
        ("DELETE FROM model_registry.channels", "SELECT count(*) FROM model_registry.abilities"),
        ("DELETE FROM iam.groups", "SELECT count(*) FROM model_registry.abilities"),
    ],
)
def test_what_hangs_on_a_row_goes_with_it(
    filled: psycopg.Connection, statement: LiteralString, left: LiteralString
) -> None:
    assert scalar(filled, left) == 1
    filled.execute(statement)
    assert scalar(filled, left) == 0
