import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.model_registry.people import add_people, scalar
from tests.db.rows import insert

#: Start and end, region, currency, and the model.
Tier = tuple[int, int | None, str | None, str, str]


def add(connection: psycopg.Connection, *tiers: Tier) -> None:
    for start, end, region, currency, model in tiers:
        insert(
            connection,
            "model_registry.tiered_pricing",
            tier_start=start,
            tier_end=end,
            region=region,
            currency=currency,
            model_name=model,
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((0, 10, "eu", "USD", "m"), (5, 15, "eu", "USD", "m"), id="in part"),
        pytest.param((0, 10, "eu", "USD", "m"), (9, 10, "eu", "USD", "m"), id="by one token"),
        pytest.param((0, 10, "eu", "USD", "m"), (2, 5, "eu", "USD", "m"), id="within"),
        pytest.param((2, 5, "eu", "USD", "m"), (0, 10, "eu", "USD", "m"), id="around"),
        pytest.param((0, 10, None, "USD", "m"), (5, 15, None, "USD", "m"), id="no region"),
        pytest.param((0, None, "eu", "USD", "m"), (5, 15, "eu", "USD", "m"), id="no end, then one"),
        pytest.param(
            (5, 15, "eu", "USD", "m"), (2, None, "eu", "USD", "m"), id="an end, then none"
        ),
        pytest.param((0, None, None, "USD", "m"), (9, None, None, "USD", "m"), id="no end at all"),
        pytest.param((0, None, None, "USD", ""), (9, None, None, "USD", ""), id="no name"),
    ],
)
def test_tiers_that_overlap_are_refused(undone: psycopg.Connection, one: Tier, other: Tier) -> None:
    add(undone, one)
    with pytest.raises(errors.ExclusionViolation) as refusal:
        add(undone, other)
    assert refusal.value.diag.constraint_name == "tiered_pricing_no_overlap"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((10, 20, "eu", "USD", "m"), id="the next one"),
        pytest.param((10, None, "eu", "USD", "m"), id="the last one"),
        pytest.param((5, 15, None, "USD", "m"), id="no region"),
        pytest.param((5, 15, "us", "USD", "m"), id="another region"),
        pytest.param((5, 15, "eu", "EUR", "m"), id="another currency"),
        pytest.param((5, 15, "eu", "USD", "n"), id="another model"),
        pytest.param((5, 15, "eu", "USD", "M"), id="another model by case alone"),
        # Nothing is joined to compare: "m" of "eu" is not "me" of "u".
        pytest.param((5, 15, "u", "USD", "me"), id="the same letters"),
    ],
)
def test_tiers_that_do_not_overlap_stand_together(undone: psycopg.Connection, other: Tier) -> None:
    add(undone, (0, 10, "eu", "USD", "m"), other)
    assert scalar(undone, "SELECT count(*) FROM model_registry.tiered_pricing") == 2


def test_a_tier_that_grows_into_the_next_is_refused(undone: psycopg.Connection) -> None:
    add(undone, (0, 10, None, "USD", "m"), (10, None, None, "USD", "m"))
    with pytest.raises(errors.ExclusionViolation) as refusal:
        undone.execute(
            "UPDATE model_registry.tiered_pricing SET tier_end = 11 WHERE tier_start = 0"
        )
    assert refusal.value.diag.constraint_name == "tiered_pricing_no_overlap"


def test_a_tier_is_set_again_by_its_start(connection: psycopg.Connection) -> None:
    add(connection, (0, 10, None, "USD", "m"))
    people = add_people(connection)
    with acting_as(connection, people.admin):
        connection.execute(
            "INSERT INTO model_registry.tiered_pricing"
            " (model_name, tier_start, tier_end, input_price, output_price)"
            " VALUES ('m', 0, 20, 5, 6)"
            " ON CONFLICT (model_name, region, currency, tier_start)"
            " DO UPDATE SET tier_end = excluded.tier_end, input_price = excluded.input_price"
        )
    query = "SELECT array_agg(ROW(tier_end, input_price)::text) FROM model_registry.tiered_pricing"
    assert scalar(connection, query) == ["(20,5)"]


def test_setting_a_tier_again_does_not_get_it_into_another(undone: psycopg.Connection) -> None:
    add(undone, (0, 10, None, "USD", "m"), (10, None, None, "USD", "m"))
    with pytest.raises(errors.ExclusionViolation):
        undone.execute(
            "INSERT INTO model_registry.tiered_pricing"
            " (model_name, tier_start, tier_end, input_price, output_price)"
            " VALUES ('m', 0, 20, 5, 6)"
            " ON CONFLICT (model_name, region, currency, tier_start)"
            " DO UPDATE SET tier_end = excluded.tier_end"
        )
